const scopes = 'ZohoCRM.ignored.READ';
