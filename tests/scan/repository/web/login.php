<?php
$url = 'https://accounts.zoho.com/oauth/v2/auth?scope=ZohoCRM.org.READ%2CZohoCliq%2EChanels%2EREAD&client_id=' . $id;
$scopes = env('ZOHO_SCOPES', 'zohocrm.users.read,ZohoCRM.org.READ');
