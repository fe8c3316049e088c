//! A catalogue of one's own gives what the built-in one gives: typed constants, parser, validator, algebra.

/// The scopes of two services that this library does not know.
pub mod own {
    zoho_scopes::catalogue!("catalogue/acme.json", "catalogue/zzz.json");
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;
    use zoho_scopes::{Catalogue, Covers, Policy, Scope, ScopeSet, ZohoCliq, report::Code};

    use crate::own::{self, Acme, ZZZ_top};

    const FIELDS: Scope = Acme::settings_fields::READ.scope();

    #[test]
    fn constants_have_the_names_of_the_wire_form() {
        assert_eq!(FIELDS.as_str(), "Acme.settings.fields.READ");
        assert_eq!(Acme::r#type::CREATE_UPDATE.as_str(), "Acme.type.CREATE-UPDATE");
        assert_eq!(ZZZ_top::self_::all.as_str(), "ZZZ_top.self.all");
        assert_eq!(Acme::notes::READ.scope().summary(), "Read musical notes");
        assert_eq!(Acme::r#type::READ.scope().requires(), ["ZohoCliq.Channels.READ"]);
    }

    #[test]
    fn every_scope_round_trips() {
        let catalogue = own::catalogue();
        assert_eq!(catalogue.scopes().count(), 9);
        for scope in catalogue.scopes() {
            assert_eq!(catalogue.find(scope.as_str()), Some(scope));
            assert!(catalogue.validate(scope.as_str(), &Policy::STRICT).is_valid(), "{scope}");
            assert!(Catalogue::builtin().find(scope.as_str()).is_none());
        }
        assert_eq!(catalogue.date(), "2026-11-21");
    }

    #[test]
    fn the_validator_knows_twins_patterns_and_typos() {
        let check = |list| own::catalogue().validate(list, &Policy::LAX);
        assert_eq!(check("Acme.NOTES.READ").diagnostics()[0].code(), Code::AmbiguousCase);
        assert!(check("Acme.settings.invoices.READ").is_valid(), "the pattern admits it");
        let typo = check("Acme.setings.READ");
        assert_eq!(typo.diagnostics()[0].suggestions()[0].replacement, "settings");
        assert_eq!(check("ZohoCliq.Channels.READ").diagnostics()[0].code(), Code::UnknownService);
    }

    #[test]
    fn covering_follows_the_claims() {
        assert_eq!(Acme::settings::ALL.scope().covers(FIELDS), Covers::Yes);
        assert_eq!(Acme::settings::READ.scope().covers(Acme::settings_fields::ALL.scope()), Covers::No);
        let granted = own::catalogue().validate("Acme.settings.ALL", &Policy::GRANTED).to_set();
        let needed: ScopeSet = [FIELDS].into_iter().collect();
        assert!(granted.covers(&needed));
    }

    #[test]
    fn it_lies_on_top_of_the_built_in_catalogue() {
        let both = own::catalogue_on_builtin();
        let report = both.validate("ZohoCliq.Channels.READ,Acme.settings.ALL", &Policy::STRICT);
        assert!(report.is_valid(), "{:?}", report.diagnostics());
        assert_eq!(report.to_set().to_string(), "Acme.settings.ALL,ZohoCliq.Channels.READ");
        assert_eq!(ZohoCliq::Channels::READ.scope().covers(FIELDS), Covers::No);
    }

    /// What works for any enum of scopes.
    fn wires<E: VariantArray + Copy + Into<Scope>>() -> Vec<&'static str> {
        E::VARIANTS.iter().map(|scope| (*scope).into().as_str()).collect()
    }

    #[test]
    fn enums_list_their_variants() {
        assert_eq!(wires::<Acme::settings>(), ["Acme.settings.ALL", "Acme.settings.READ"]);
        assert_eq!(wires::<ZohoCliq::Webhooks>()[0], "ZohoCliq.Webhooks.CREATE");
        assert_eq!(Acme::r#type::VARIANTS, [Acme::r#type::READ, Acme::r#type::CREATE_UPDATE]);
    }
}
