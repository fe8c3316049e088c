const scopes = 'ZohoCRM.vendored.READ';
