using 'main.bicep'

param name = 'kundli'
param location = 'centralindia'
param replicaLocations = ['southindia']
param cosmosCapacity = 'autoscale'
param cosmosThroughputMax = 20000
param instancesMax = 400
param alwaysReadyHttp = 2
param withRedis = true
param privateNetwork = true
param withFrontDoor = true
param allowedOrigins = []
param alertMail = readEnvironmentVariable('KUNDLI_ALERT_MAIL', 'alerts@example.com')
param monthlyBudget = 200000
param budgetStart = '2026-12-01'
param logRetentionDays = 90
