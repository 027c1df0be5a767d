// One platform of Almanach on Azure, in one resource group. deploy.sh is how it is used; docs/azure.md says what each
// part is for. check.sh compiles it.
targetScope = 'resourceGroup'

@description('Short name of the platform: part of every name. Letters and digits.')
@minLength(3)
@maxLength(10)
param name string

@description('Regions of the European Union only: contacts and answers stay there.')
@allowed([
  'francecentral'
  'westeurope'
  'northeurope'
  'germanywestcentral'
  'swedencentral'
  'italynorth'
  'polandcentral'
  'spaincentral'
])
param location string = 'francecentral'

@allowed(['development', 'production'])
param environment string

@description('Public address without a final slash, as mails carry it; empty for the address Azure gives.')
param root string = ''

@description('Folder of the platform inside the package, under platforms/.')
param platform string

@description('First year to open.')
@minValue(2000)
@maxValue(2999)
param year int

@description('outbox keeps every mail in the store and sends none; sendgrid sends.')
@allowed(['outbox', 'sendgrid'])
param mail string = 'outbox'

@allowed(['eu', 'global'])
param sendGridRegion string = 'eu'

@description('The address answers by mail go to, whose mail SendGrid posts to /courrier/KEY; empty when nobody reads them here.')
param incomingBox string = ''

@description('Public key of the signed Event Webhook of SendGrid, which posts what becomes of mails to /courrier/evenements; empty when it tells nothing.')
param sendGridEventsKey string = ''

@description('Who is written to when something is wrong.')
param alertEmail string

@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Most instances at once of each group of functions. Some regions take no less than 40.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@allowed(['Standard_LRS', 'Standard_ZRS'])
param storageSku string = 'Standard_LRS'

@description('Locks the storage account against deletion.')
param locked bool = false

@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

param logDailyCapGb int = 1

@minValue(7)
@maxValue(90)
param vaultRetentionDays int = 7

@description('Object id of who deploys, to put the secrets in the vault; empty for nobody.')
param deployer string = ''

@allowed(['User', 'Group', 'ServicePrincipal'])
param deployerType string = 'User'

@description('The code has been published: mind its silence, and subscribe it to what is dropped in uploads. deploy.sh says which.')
param published bool = false

@description('Name of the blob-triggered function; empty while no function takes uploads.')
param uploadFunction string = ''

var token = uniqueString(resourceGroup().id, name)
var tags = { application: 'almanach', platform: platform, environment: environment }

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: toLower('alm${take(name, 8)}${token}')
    location: location
    tags: tags
    sku: storageSku
    locked: locked
  }
}

module monitor 'modules/monitor.bicep' = {
  name: 'monitor'
  params: {
    workspaceName: 'log-${name}-${token}'
    insightsName: 'appi-${name}-${token}'
    storageName: storage.outputs.name
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyCapGb: logDailyCapGb
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: 'kv-${take(name, 7)}-${token}'
    location: location
    tags: tags
    retentionDays: vaultRetentionDays
  }
}

// The app may be made before its secrets: nothing runs until the code is published, and deploy.sh puts the secrets first.
module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    planName: 'plan-${name}-${token}'
    appName: 'almanach-${name}-${token}'
    location: location
    tags: tags
    storageName: storage.outputs.name
    blobEndpoint: storage.outputs.blobEndpoint
    insightsConnectionString: monitor.outputs.connectionString
    vaultUri: vault.outputs.uri
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    environment: environment
    root: root
    platform: platform
    year: year
    mail: mail
    sendGridRegion: sendGridRegion
    incomingBox: incomingBox
    sendGridEventsKey: sendGridEventsKey
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    principalId: app.outputs.principalId
    storageName: storage.outputs.name
    insightsName: monitor.outputs.insightsName
    vaultName: vault.outputs.name
    deployer: deployer
    deployerType: deployerType
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    location: location
    tags: tags
    workspaceId: monitor.outputs.workspaceId
    groupName: 'ag-${name}-${token}'
    appName: app.outputs.name
    email: alertEmail
    published: published
  }
}

module events 'modules/events.bicep' = if (published && !empty(uploadFunction)) {
  name: 'events'
  params: {
    name: 'evgt-${name}-${token}'
    location: location
    tags: tags
    storageName: storage.outputs.name
    appName: app.outputs.name
    function: uploadFunction
  }
  dependsOn: [roles]
}

output appName string = app.outputs.name
output address string = empty(root) ? app.outputs.address : root
output vaultName string = vault.outputs.name
output storageName string = storage.outputs.name
output mail string = mail
