using './main.bicep'

// A platform to try things on: no mail leaves, everything can be deleted in a minute.
param name = 'dev'
param location = 'francecentral'
param environment = 'development'
param platform = 'pfoss-ara'
// First year to open. Its calendar must not have begun: a year opened late would send at once all that it has missed.
param year = 2028
param mail = 'outbox'
param alertEmail = 'technique@example.org'
