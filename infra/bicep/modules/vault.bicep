// The secrets: what signs links and sessions, what opens the API, and SendGrid's key. Their values are never in Bicep:
// deploy.sh makes those that are missing, straight into the vault.
param name string
param location string
param tags object

@description('Days a deleted vault or secret can be taken back; purge protection forbids to shorten them. Cannot be changed later.')
@minValue(7)
@maxValue(90)
param retentionDays int

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enabledForDeployment: false
    enabledForTemplateDeployment: false
    enabledForDiskEncryption: false
    enableSoftDelete: true
    softDeleteRetentionInDays: retentionDays
    // Losing the link keys would close every link ever mailed: nobody may purge them early.
    enablePurgeProtection: true
    publicNetworkAccess: 'Enabled'
  }
}

output name string = vault.name
output uri string = vault.properties.vaultUri
