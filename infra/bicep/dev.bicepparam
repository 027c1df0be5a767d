using './main.bicep'

// A platform to try things on: no mail leaves, everything can be deleted in a minute.
param name = 'dev'
param location = 'francecentral'
param environment = 'development'
param platform = 'pfoss-ara'
param year = 2027
param mail = 'outbox'
param alertEmail = 'technique@example.org'
