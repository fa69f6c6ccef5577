using 'main.bicep'

param name = 'kundlidev'
param location = 'centralindia'
param alertMail = readEnvironmentVariable('KUNDLI_ALERT_MAIL', 'alerts@example.com')
param monthlyBudget = 5000
param budgetStart = '2026-12-01'
param withFrontDoor = false
param instancesMax = 40
param allowedOrigins = ['http://127.0.0.1:7071']
