//! The event ontology: 46 types, their roles, and their names in PLOVER, CAMEO and ACE/ERE.

/// What an [`EventType`] means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventTypeInfo {
    /// Stable id: "conflict.attack".
    pub id: &'static str,
    /// What it covers.
    pub description: &'static str,
    /// Roles that its arguments can have. Place and time are fields of the event.
    pub roles: &'static [&'static str],
    /// Nearest names in PLOVER, where there are any.
    pub plover: Option<&'static str>,
    /// Nearest codes in CAMEO, where there are any.
    pub cameo: Option<&'static str>,
    /// Nearest types in ACE 2005 or Rich ERE, where there are any.
    pub ace: Option<&'static str>,
}

macro_rules! ontology {
    ($($name:ident = $id:literal, $description:literal, $roles:expr, $plover:expr, $cameo:expr, $ace:expr;)*) => {
        /// A type of event.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum EventType {
            $(#[doc = $description] $name,)*
        }

        const ONTOLOGY: &[(EventType, EventTypeInfo)] = &[
            $((EventType::$name, EventTypeInfo {
                id: $id, description: $description, roles: &$roles, plover: $plover, cameo: $cameo, ace: $ace,
            }),)*
        ];
    };
}

ontology! {
    ConflictAttack = "conflict.attack", "armed attack, shooting, bombing, air strike, raid, battle, terrorism", ["attacker", "target", "instrument"], Some("ASSAULT"), Some("18,19,20"), Some("ACE Conflict:Attack");
    ConflictProtest = "conflict.protest", "demonstration, march, strike, riot, vigil", ["demonstrator", "cause", "target"], Some("PROTEST"), Some("14"), Some("ACE Conflict:Demonstrate");
    ConflictMobilize = "conflict.mobilize", "deploy forces, exercise, alert, blockade, seize territory", ["actor", "force", "target"], Some("MOBILIZE"), Some("15"), None;
    ConflictTruce = "conflict.truce", "cease-fire, withdrawal, surrender, prisoner exchange", ["actor", "opponent"], Some("RETREAT / CONCEDE"), Some("08(0871-0874),0356"), None;
    PoliticsElection = "politics.election", "election held, candidate wins/loses, campaign launch, referendum", ["candidate", "electorate", "position", "opponent"], None, None, Some("ACE Personnel:Elect / Nominate");
    PoliticsPolicy = "politics.policy", "law, decree, budget, policy or regulation proposed, passed, signed, repealed", ["lawmaker", "law", "affected"], None, None, None;
    DiplomacyMeeting = "diplomacy.meeting", "summit, talks, negotiation, visit, phone call between public actors", ["participant", "topic", "host"], Some("CONSULT"), Some("04"), Some("ACE Contact:Meet; ERE Contact.Contact/Correspondence");
    DiplomacyAgreement = "diplomacy.agreement", "treaty, accord, deal agreed or signed, promise to cooperate", ["party", "topic"], Some("AGREE / SUPPORT / COOPERATE"), Some("03,05,06"), None;
    DiplomacySanction = "diplomacy.sanction", "sanction, embargo, boycott, expel, cut ties", ["imposer", "target", "topic"], Some("SANCTION"), Some("16,172"), None;
    DiplomacyAid = "diplomacy.aid", "aid, grant, donation, endorsement, military support", ["giver", "recipient", "beneficiary", "asset"], Some("AID / SUPPORT"), Some("07,05"), Some("ACE Transaction:Transfer-Money (aid)");
    DiplomacyThreat = "diplomacy.threat", "threat, ultimatum, warning, coercion by words", ["actor", "target", "content"], Some("THREATEN"), Some("13"), None;
    StatementAnnounce = "statement.announce", "announce, report, publish, disclose (not a mere quote tag)", ["speaker", "content", "audience"], None, Some("01"), Some("ERE Contact.Broadcast");
    StatementAccuse = "statement.accuse", "accuse, criticise, blame, condemn, praise", ["speaker", "target", "content"], Some("ACCUSE"), Some("11"), None;
    StatementDemand = "statement.demand", "request, order, urge, appeal", ["speaker", "target", "content"], Some("REQUEST"), Some("02,10"), None;
    StatementReject = "statement.reject", "reject, refuse, deny, veto, defy", ["speaker", "target", "content"], Some("REJECT"), Some("12"), None;
    JusticeCrime = "justice.crime", "crime reported: theft, fraud, corruption, kidnapping, trafficking, hostage-taking", ["perpetrator", "victim", "crime", "instrument"], Some("ASSAULT(mode) / context=crime"), Some("181,186"), None;
    JusticeInvestigate = "justice.investigate", "police/prosecutor/regulator inquiry, search, inspection", ["investigator", "suspect", "crime"], Some("ACCUSE-investigate (mode); CAMEO 09"), Some("09"), None;
    JusticeArrest = "justice.arrest", "arrest, detain, jail", ["agent", "person", "crime"], Some("COERCE-arrest"), Some("173"), Some("ACE Justice:Arrest-Jail");
    JusticeCharge = "justice.charge", "charge, indict, sue", ["prosecutor", "defendant", "crime", "court"], Some("ACCUSE-legal"), None, Some("ACE Justice:Charge-Indict / Sue");
    JusticeTrial = "justice.trial", "trial, hearing, plea, appeal, testimony", ["prosecutor", "defendant", "crime", "court"], None, None, Some("ACE Justice:Trial-Hearing / Appeal");
    JusticeVerdict = "justice.verdict", "convict, acquit, sentence, fine, execute, rule", ["court", "defendant", "crime", "sentence"], Some("COERCE / context=legal"), None, Some("ACE Justice:Convict/Acquit/Sentence/Fine/Execute");
    JusticeRelease = "justice.release", "release, parole, pardon, extradite", ["agent", "person", "crime"], Some("RETREAT-release / CONCEDE"), Some("084,0841,0353"), Some("ACE Justice:Release-Parole / Pardon / Extradite");
    BusinessAcquisition = "business.acquisition", "merger, takeover, acquisition, stake", ["buyer", "target", "seller", "price"], None, None, Some("ACE Business:Merge-Org; Transaction:Transfer-Ownership (of orgs)");
    BusinessTransaction = "business.transaction", "buy, sell, order, contract, pay, lend, invest", ["buyer", "seller", "asset", "price"], None, None, Some("ACE Transaction:Transfer-Ownership/Transfer-Money");
    BusinessResults = "business.results", "earnings, revenue, price or market move, layoffs counts, economic indicator", ["company", "indicator", "amount", "direction"], None, None, None;
    BusinessOrgStart = "business.org_start", "company/organisation founded, opened, launched", ["founder", "org"], None, None, Some("ACE Business:Start-Org");
    BusinessOrgEnd = "business.org_end", "bankruptcy, closure, dissolution", ["org"], None, None, Some("ACE Business:End-Org / Declare-Bankruptcy");
    BusinessProduct = "business.product", "product, service or work launched, made, recalled", ["maker", "product"], None, None, Some("ERE Manufacture.Artifact");
    PersonnelStart = "personnel.start", "appointed, hired, sworn in, joins", ["person", "position", "org"], None, None, Some("ACE Personnel:Start-Position / Nominate");
    PersonnelEnd = "personnel.end", "resigns, fired, retires, ousted", ["person", "position", "org", "reason"], None, None, Some("ACE Personnel:End-Position");
    LifeDie = "life.die", "death, killing", ["victim", "agent", "cause", "instrument"], Some("ASSAULT if violent"), Some("18-20"), Some("ACE Life:Die");
    LifeInjure = "life.injure", "injury, illness of a person", ["victim", "agent", "cause", "instrument"], Some("ASSAULT if violent"), Some("18-20"), Some("ACE Life:Injure");
    LifeFamily = "life.family", "birth, marriage, divorce", ["person"], None, None, Some("ACE Life:Be-Born/Marry/Divorce");
    DisasterNatural = "disaster.natural", "earthquake, storm, flood, drought, wildfire", ["hazard", "affected", "magnitude"], None, None, None;
    DisasterAccident = "disaster.accident", "crash, fire, explosion, collapse, spill", ["vehicle", "driver", "affected"], None, None, None;
    DisasterDamage = "disaster.damage", "damage, destruction", ["agent", "artifact", "instrument"], Some("ASSAULT-property / COERCE-seize"), None, None;
    DisasterResponse = "disaster.response", "rescue, evacuation, relief, search", ["rescuer", "person", "from", "to"], Some("AID"), Some("073,075"), None;
    HealthOutbreak = "health.outbreak", "outbreak, infection, epidemic", ["disease", "victim"], None, None, None;
    HealthTreatment = "health.treatment", "surgery, vaccination, treatment, drug approval", ["treater", "patient", "disease", "instrument"], None, None, None;
    SportsMatch = "sports.match", "match, race, tournament; win, lose, draw", ["competitor", "opponent", "score", "competition"], None, None, None;
    CultureEvent = "culture.event", "festival, concert, ceremony, funeral, exhibition", ["organizer", "participant"], None, None, None;
    CultureAward = "culture.award", "award, honour, prize", ["awarder", "recipient", "award"], None, None, None;
    ScienceDiscovery = "science.discovery", "study, finding, discovery, test, mission", ["researcher", "finding", "org"], None, None, None;
    CyberAttack = "cyber.attack", "hack, data breach, ransomware, phishing", ["attacker", "victim", "tool", "data"], Some("context=cyber"), None, None;
    CyberVulnerability = "cyber.vulnerability", "vulnerability found or patched", ["discoverer", "system", "vulnerability", "patch"], None, None, None;
    MovementTravel = "movement.travel", "travel, transport, migrate, flee, arrive, depart", ["agent", "person_or_artifact", "from", "to", "vehicle"], None, None, Some("ACE Movement:Transport");
}

impl EventType {
    /// Every type, in the order of the ontology.
    pub fn all() -> impl Iterator<Item = Self> {
        ONTOLOGY.iter().map(|&(kind, _)| kind)
    }

    /// What the type means.
    #[must_use]
    pub fn info(self) -> &'static EventTypeInfo {
        &ONTOLOGY[self as usize].1
    }

    /// The stable id: "conflict.attack".
    #[must_use]
    pub fn id(self) -> &'static str {
        self.info().id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_enum() {
        assert!(EventType::all().enumerate().all(|(i, kind)| kind as usize == i));
        assert_eq!(EventType::all().count(), 46);
    }

    #[test]
    fn every_type_is_documented_with_its_roles() {
        let labels = include_str!("../../../../docs/labels.md");
        for kind in EventType::all() {
            let info = kind.info();
            let section = labels.split("\n### ").find(|section| section.lines().next() == Some(info.id));
            let section = section.unwrap_or_else(|| panic!("{} has no section", info.id));
            let roles = info.roles.iter().map(|role| format!("`{role}`")).collect::<Vec<_>>().join(", ");
            assert!(section.contains(&format!("Roles: {roles}.")), "{} has other roles", info.id);
            for name in [info.plover, info.cameo, info.ace].into_iter().flatten() {
                assert!(section.contains(name), "{} lacks {name}", info.id);
            }
        }
    }
}
