// Three things somebody must be told: work was given up, functions fail, nothing runs any more.
// The queue metric of Azure Monitor counts the messages of the whole account once an hour, without the queue's name: so
// what reaches a poison queue is read from the account's own log of writes instead (monitor.bicep). A message that is
// hidden and shown again is not a write of this kind: one message alerts once.
param location string
param tags object
param workspaceId string
param groupName string
param appName string

@description('Who is written to: the engineer on duty, or the coordinator.')
param email string

@description('The code runs: from then on silence is worth an alert.')
param published bool

// Beside our own two, the blob trigger keeps one: every queue whose name ends so.
var poisonSuffix = '-poison'

var rules = [
  {
    name: 'poison'
    severity: 1
    description: 'A message failed five times and was put in a poison queue (work-poison, mail-poison or webjobs-blobtrigger-poison). Read the journal in the cockpit first; docs/azure.md, "When an alert comes".'
    query: 'StorageQueueLogs | where OperationName == "PutMessage" and toint(StatusCode) between (200 .. 299) | where tostring(split(tostring(parse_url(Uri).Path), "/")[1]) endswith "${poisonSuffix}"'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'failures'
    severity: 2
    description: 'Functions or pages fail: failed runs, exceptions and errors in the log. What people are refused (4xx) is not counted.'
    query: 'union isfuzzy=true (AppRequests | where Success == false and not(coalesce(toint(ResultCode), 0) between (400 .. 499))), AppExceptions, (AppTraces | where SeverityLevel >= 3)'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 2
  }
  {
    name: 'silence'
    severity: 1
    description: 'Nothing ran for an hour, although the ticker runs every five minutes: the app does not start. Mails and steps of the year wait.'
    query: 'union isfuzzy=true AppRequests, AppTraces, AppDependencies'
    window: 'PT1H'
    operator: 'LessThan'
    threshold: 1
  }
]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: groupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'almanach'
    enabled: true
    emailReceivers: [{ name: 'engineer', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2021-08-01' = [
  for rule in rules: {
    name: '${appName}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${appName} ${rule.name}'
      description: rule.description
      severity: rule.severity
      enabled: published || rule.name != 'silence'
      scopes: [workspaceId]
      evaluationFrequency: 'PT15M'
      windowSize: rule.window
      autoMitigate: true
      // The tables are not there before the first record is.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [group.id] }
    }
  }
]
