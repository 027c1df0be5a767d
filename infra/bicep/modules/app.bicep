// The plan and the Functions app. Flex Consumption: the runtime and its version are said in functionAppConfig, and the
// settings that said them on other plans are refused.
param planName string
param appName string
param location string
param tags object
param storageName string
param blobEndpoint string
param insightsConnectionString string
param vaultUri string

@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Most instances at once of each group of functions: pages are one, each timer and each queue another.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int

@allowed(['development', 'production'])
param environment string

@description('Public address without a final slash, as mails carry it; empty for the address Azure gives.')
param root string

@description('Folder of the platform inside the package, under platforms/.')
param platform string

@description('First year to open.')
param year int

@allowed(['outbox', 'sendgrid'])
param mail string

@allowed(['eu', 'global'])
param sendGridRegion string

@description('The address answers by mail go to; empty when nobody reads them here.')
param incomingBox string

@description('Public key of the signed Event Webhook of SendGrid; empty when it tells nothing.')
param sendGridEventsKey string

var secrets = '${vaultUri}secrets'

var settings = {
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsDisableHomepage: 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD'
  Almanach__Environment: environment
  Almanach__Root: empty(root) ? 'https://${appName}.azurewebsites.net' : root
  Almanach__Platform: platform
  Almanach__Year: string(year)
  Almanach__Mail: mail
  Almanach__SendGrid__Region: sendGridRegion
  Almanach__SendGrid__EventsKey: sendGridEventsKey
  Almanach__Incoming__Box: incomingBox
  Almanach__Keys__Links: '@Microsoft.KeyVault(SecretUri=${secrets}/almanach-keys-links)'
  Almanach__Keys__Session: '@Microsoft.KeyVault(SecretUri=${secrets}/almanach-keys-session)'
  Almanach__Keys__Api: '@Microsoft.KeyVault(SecretUri=${secrets}/almanach-keys-api)'
  Almanach__Incoming__Key: '@Microsoft.KeyVault(SecretUri=${secrets}/almanach-incoming-key)'
}

// A reference to a secret that is not there is handed to the app as it is written: none without SendGrid.
var sendGrid = {
  Almanach__SendGrid__Key: '@Microsoft.KeyVault(SecretUri=${secrets}/almanach-sendgrid-key)'
}

var allSettings = union(settings, mail == 'sendgrid' ? sendGrid : {})

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: appName
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: { type: 'SystemAssigned' }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: 'Enabled'
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobEndpoint}deployments'
          authentication: { type: 'SystemAssignedIdentity' }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
    }
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      appSettings: [for setting in items(allSettings): { name: setting.key, value: setting.value }]
    }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output name string = app.name
output principalId string = app.identity.principalId
output address string = 'https://${app.properties.defaultHostName}'
