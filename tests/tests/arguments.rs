//! Scopes and sets as arguments of a program, and what it says about wrong ones.

use clap::{Parser, builder::ValueParserFactory};
use zoho_scopes::{Scope, ScopeSet, ZohoCliq, external::clap::ScopeParser};

/// Asks for scopes.
#[derive(Debug, Parser)]
#[command(name = "program")]
struct Program {
    #[arg(long)]
    scope: Vec<Scope>,
    #[arg(long)]
    granted: Option<ScopeSet>,
}

fn program(arguments: &[&str]) -> Result<Program, clap::Error> {
    Program::try_parse_from(std::iter::once(&"program").chain(arguments))
}

#[track_caller]
fn refused(arguments: &[&str], expected: &str) {
    let error = program(arguments).expect_err("a misspelling");
    assert_eq!((error.kind(), error.exit_code()), (clap::error::ErrorKind::ValueValidation, 2));
    let text = error.to_string();
    let (text, _usage) = text.split_once("\n\nFor more information").expect("clap points to its help");
    assert_eq!(text, expected);
}

#[test]
fn arguments_are_read() {
    let read = program(&["--scope", "zohocliq.channels.read", "--scope=openid"]).expect("scopes");
    assert_eq!(read.scope[0], ZohoCliq::Channels::READ.scope());
    assert_eq!(read.scope[1].as_str(), "openid");
    let read = program(&["--granted", "ZohoCliq.Chats.READ ZohoCliq.Bots.READ"]).expect("a list");
    assert_eq!(read.granted.expect("it was given").to_string(), "ZohoCliq.Bots.READ,ZohoCliq.Chats.READ");
}

#[test]
fn wrong_ones_are_explained() {
    refused(
        &["--scope", "ZohoCliq.Chanels.READ"],
        "error: invalid value 'ZohoCliq.Chanels.READ' for '--scope <SCOPE>': \
         service `ZohoCliq` has no scope name `Chanels`\n\n  tip: did you mean `ZohoCliq.Channels.READ`?",
    );
    refused(
        &["--granted", "ZohoCliq.Chanels.READ,Desk.basic.REED"],
        "error: invalid value 'ZohoCliq.Chanels.READ,Desk.basic.REED' for '--granted <GRANTED>': \
         service `ZohoCliq` has no scope name `Chanels`; `REED` is not an operation of `Desk.basic`\n\n  \
         tip: did you mean `ZohoCliq.Channels.READ`?\n  \
         tip: did you mean `Desk.basic.READ`? it offers ALL, CREATE, READ, UPDATE, DELETE",
    );
    refused(
        &["--scope", "ZohoCRM.modules.zzzzzz.READ"],
        "error: invalid value 'ZohoCRM.modules.zzzzzz.READ' for '--scope <SCOPE>': \
         not a scope of the catalogue, but the pattern `ZohoCRM.modules.{module_api_name}.READ` admits it",
    );
    refused(
        &["--granted", "a b c d e"],
        "error: invalid value 'a b c d e' for '--granted <GRANTED>': \
         `a` is not a scope; `b` is not a scope; `c` is not a scope; and 2 more\n\n  \
         tip: write the service first: `Service.name.OPERATION`\n  \
         tip: write the service first: `Service.name.OPERATION`\n  \
         tip: write the service first: `Service.name.OPERATION`",
    );
}

#[test]
fn scopes_complete_without_crowding_the_help() {
    let listed = clap::Arg::new("scope").long("scope").value_parser(ScopeParser::default().listed());
    let command = clap::Command::new("program").arg(listed.hide_possible_values(true));
    let values = command.get_arguments().next().expect("an argument").get_possible_values();
    let value = values.iter().find(|value| value.get_name() == "ZohoCliq.Channels.READ").expect("every scope");
    assert!(value.get_help().is_some());
    assert!(!command.clone().render_long_help().to_string().contains("ZohoCliq"));
    let matches = command.try_get_matches_from(["program", "--scope", "ZohoCliq.Chats.READ"]).expect("a scope");
    assert_eq!(matches.get_one::<Scope>("scope"), Some(&ZohoCliq::Chats::READ.scope()));
    assert!(clap::Arg::new("scope").value_parser(Scope::value_parser()).get_possible_values().is_empty());
}
