const lists = require("./lists.json");
const { load } = require("zoho-scopes");

load().then(({ validate }) => lists.forEach((list) => console.log(JSON.stringify(validate(list)))));
