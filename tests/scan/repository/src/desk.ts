export const scopes: readonly string[] = [
  'Desk.tikets.READ',
  'Desk.contacts.READ',
];

export function scopeFor(operation: string): string {
  return `Desk.tickets.${operation}`;
}
