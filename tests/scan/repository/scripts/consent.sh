#!/bin/sh
curl "https://accounts.zoho.eu/oauth/v2/auth?scope=${PREFIX}.modules.READ&client_secret=hush.hush.hush"
SCOPES="ZohoProjects.tasks.READ ZohoProjects.bugs.READ"
