using './main.bicep'

// To adapt before the first use: name, root, platform, year and alertEmail. deploy.sh refuses example.org.
param name = 'pfossara'
param location = 'francecentral'
param environment = 'production'
param root = 'https://pfoss.example.org'
param platform = 'pfoss-ara'
// First year to open. Its calendar must not have begun: a year opened late would send at once all that it has missed.
param year = 2028
param mail = 'sendgrid'
param sendGridRegion = 'eu'
param alertEmail = 'technique@example.org'
param storageSku = 'Standard_ZRS'
param locked = true
param logRetentionDays = 90
param logDailyCapGb = 1
param vaultRetentionDays = 90
