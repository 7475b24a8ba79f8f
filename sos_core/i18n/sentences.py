"""Every refusal in words: one plain Dutch sentence for each key, with the mend where there is one."""

from __future__ import annotations

import re

from babel.numbers import format_decimal

from sos_core.i18n import words_for


def N_(dutch: str) -> str:  # noqa: N802 - gettext's own name for 'a sentence, translated later'
    return dutch


SENTENCES: dict[str, str] = {
    "account.is_first_already": N_("Deze procesbegeleider leidt deze conferentie al. Kies iemand anders."),
    "account.leads_already": N_("Jij leidt deze conferentie al. Kies iemand anders."),
    "account.no_such_facilitator": N_(
        "Er is geen procesbegeleider met deze naam. Schrijf de naam zoals bij het inloggen."
    ),
    "account.short_password": N_("Kies een wachtwoord van ten minste {shortest} tekens."),
    "account.taken": N_("Er is al iemand met deze naam. Kies een andere naam om mee in te loggen."),
    "account.too_many_tries": N_("Dat was te vaak. Wacht een minuut en probeer het dan opnieuw."),
    "account.wrong": N_("Deze naam en dit wachtwoord horen niet bij elkaar."),
    "agreements.backup_is_doer": N_("Kies als back-up iemand anders dan wie het doet."),
    "agreements.backup_twice": N_("Iemand staat twee keer bij de back-ups. Kies iemand anders."),
    "agreements.told_themselves": N_("Dit vertelde iemand zelf op een telefoon. Dat blijft staan."),
    "agreements.say_yes_first": N_("Zeg eerst ja tegen deze afspraak. Daarna kun je het in je eigen woorden zeggen."),
    "agreements.too_many_backups": N_("Bij één afspraak passen {most} back-ups. Haal er eerst een weg."),
    "agreements.changed_meanwhile": N_(
        "Iemand anders heeft deze afspraak net veranderd. Kijk welke tekst jullie willen."
    ),
    "agreements.if_what": N_("Schrijf erbij wat er nodig is: ja, als …"),
    "agreements.no_such_agreement": N_("Deze afspraak is er niet meer."),
    "agreements.no_such_line": N_("Deze bodemeis hoort niet bij dit gezin."),
    "agreements.none_timed": N_("Geen van jouw afspraken heeft een dag en een tijd."),
    "agreements.not_for_them": N_(
        "Iemand in deze afspraak mag niet lezen waar de afspraak over gaat. Kies iemand anders, of laat die persoon meelezen."
    ),
    "agreements.not_yours": N_("Alleen wie meedoet aan deze afspraak kan erop antwoorden."),
    "agreements.too_many": N_("Er passen {most} afspraken in een plan. Haal er eerst één weg."),
    "backup.not_there": N_("Deze reservekopie is er niet."),
    "backup.nothing_yet": N_("Er is nog geen database om te bewaren."),
    "backup.unwritable": N_("Hier kan niet worden geschreven. Kies een andere map, of maak ruimte vrij."),
    "board.another_step_since": N_("Er is intussen nog een stap gezet. Kijk eerst wat er nu staat."),
    "board.nothing_to_redo": N_("Er is niets om opnieuw te doen."),
    "board.nothing_to_undo": N_("Er is niets om terug te nemen."),
    "breach.before_it": N_("Deze dag is vóór de dag waarop het gebeurde."),
    "breach.in_future": N_("Deze dag moet nog komen. Kies vandaag of een dag ervoor."),
    "breach.not_here": N_("Dit staat er niet meer."),
    "cards.child_first": N_("Vraag eerst aan het kind of dit op het scherm mag."),
    "cards.child_yes_to_facilitator": N_(
        "Op deze telefoon praten meer mensen. Vraag het kind zelf, en druk het aan in de regie."
    ),
    "cards.clarified_meanwhile": N_("Iemand anders schreef intussen een andere zin. Kijk welke jullie houden."),
    "cards.for_facilitator_only": N_("Dit is alleen voor jou geschreven. Het kan niet op het scherm."),
    "cards.goes_with_its_risk": N_("Een signaal hoort bij wat mis kan gaan. Verplaats dat, dan gaat het signaal mee."),
    "cards.held_already": N_("De kaarten worden al dicht gehouden."),
    "cards.held_until_shown": N_("Deze kaart is nog dicht. Laat eerst alle kaarten zien."),
    "cards.hidden_from_author": N_("Je kunt iets niet verbergen voor wie het zelf schreef."),
    "cards.leaned_on": N_("Bij deze kaart hoort al iets anders. Voeg de andere kaart bij deze."),
    "cards.narrow_stays_apart": N_("Niet iedereen mag allebei deze kaarten lezen. Daarom blijven ze apart."),
    "cards.no_such_card": N_("Deze kaart is er niet meer."),
    "cards.not_for_everybody": N_("Niet iedereen mag deze kaart lezen. Daarom komt hij niet op het scherm."),
    "cards.not_held": N_("Er worden nu geen kaarten dicht gehouden."),
    "cards.not_merged": N_("Deze kaart staat al op zichzelf."),
    "cards.not_of_a_child": N_("Deze kaart is niet van een kind."),
    "cards.not_on_board": N_("Deze kaart staat niet op het scherm."),
    "cards.not_parked": N_("Deze kaart staat niet op de parkeerplaats."),
    "cards.not_the_same_kind": N_(
        "Alleen twee kaarten van dezelfde soort gaan samen. Een aanbod om te helpen blijft van één persoon."
    ),
    "cards.only_author_widens": N_(
        "Wie dit schreef, wil dat niet iedereen het leest. Alleen die persoon kan dat veranderen."
    ),
    "cards.parked_already": N_("Deze kaart staat al op de parkeerplaats."),
    "cards.parked_why": N_("Schrijf erbij waarom deze zorg nu niet aan de beurt is."),
    "cards.risk_on_risk": N_("Wat mis kan gaan staat op zichzelf. Zet het bij een scène."),
    "cards.stays_with_its_risk": N_("Deze kaart hoort bij iets dat niet iedereen mag lezen. Daarom blijft ze daar."),
    "cards.there_already": N_("Deze kaart staat al bij dit moment van de dag."),
    "cards.too_many": N_("Er passen {most} kaarten in een gesprek. Er kan nu niets meer bij."),
    "cards.which_risk": N_("Kies eerst bij welk punt dit hoort."),
    "cards.which_scene": N_("Kies eerst bij welk moment van de dag dit hoort."),
    "check_ins.did_not_work": N_("Alleen wat gelukt is, kun je bevestigen."),
    "check_ins.not_here": N_("Dit staat er niet meer."),
    "check_ins.not_in_plan": N_("Deze afspraak staat nog niet in een plan. Dat komt eerst."),
    "check_ins.not_yours_to_confirm": N_("Iemand anders zegt of dit klopt."),
    "check_ins.shared_phone": N_("Op een telefoon die jullie delen kan dit niet. Zeg het tegen de procesbegeleider."),
    "closing.closed_already": N_("Dit is al afgesloten."),
    "closing.erased": N_("Van dit gezin is al iets gewist. Weer openen kan niet meer."),
    "closing.not_closed": N_("Dit is niet afgesloten. Sluit het eerst af."),
    "closing.not_stepped_out": N_("De procesbegeleider is er nog niet uit gestapt. Rond eerst een evaluatie af."),
    "closing.was_held": N_("Er is al een bijeenkomst geweest. Kies een andere reden."),
    "conference.closed": N_("Dit is afgesloten. Je kunt hier niets meer lezen of schrijven."),
    "conference.not_here": N_("Deze conferentie is er niet, of is niet van jou."),
    "conference.planned_already": N_("Deze conferentie is al begonnen."),
    "confidences.no_such_confidence": N_("Dit bericht is er niet meer."),
    "confidences.too_many": N_("Er zijn al {most} berichten. Zeg het nu zelf tegen de procesbegeleider."),
    "contact.hours": N_("Kies een aantal uren van 1 tot {most}."),
    "contact.not_here": N_("Deze stap staat er niet meer."),
    "contact.not_signed": N_("Voor deze stap is er nog geen akkoord."),
    "contact.nothing_seen": N_("Schrijf op wat er is gezien. Zonder dat komt er geen stap bij."),
    "contact.signed_already": N_("Voor deze stap is er al een akkoord."),
    "contact.step_before_first": N_("Eerst is er een akkoord nodig voor de stap hiervoor."),
    "contact.too_many": N_("Er kunnen niet meer dan {most} stappen zijn."),
    "corrections.answered": N_("Hier is al op geantwoord."),
    "corrections.no_such_correction": N_("Dit verzoek is er niet meer."),
    "corrections.say_why": N_("Schrijf op waarom je dit niet verbetert."),
    "corrections.too_many": N_("Er zijn al {most} verzoeken. Zeg het nu zelf tegen de procesbegeleider."),
    "dashboard.no_such_view": N_("Deze weergave is er niet meer."),
    "dashboard.too_many_views": N_("Je kunt {most} weergaven bewaren. Haal er eerst een weg."),
    "door.closed": N_("De deur is dicht. Vraag de procesbegeleider om de deur open te doen."),
    "door.closed_already": N_("De deur is al dicht."),
    "door.full": N_("Er doen al {most} mensen mee. Er kan niemand meer bij."),
    "door.has_left": N_("Deze persoon is weggegaan. Laat de persoon opnieuw meedoen met de code."),
    "door.no_routine_yet": N_("Kies eerst een routine. Dan is er iets om naar te kijken als de mensen binnenkomen."),
    "door.not_waiting": N_("Deze persoon wacht niet meer aan de deur."),
    "door.phone_full": N_("Op één telefoon kunnen {most} mensen meedoen. Neem een andere telefoon."),
    "door.too_many_tries": N_("Er zijn te veel verkeerde codes ingevuld. Wacht een minuut en probeer het opnieuw."),
    "door.wrong_code": N_("Deze code klopt niet. Kijk nog eens op het grote scherm."),
    "draft.not_here": N_("Dit concept is er niet, of is niet van jou."),
    "draft.too_many": N_("Je hebt al {most} concepten. Verstuur er eerst een, of gooi er een weg."),
    "draft.too_much": N_("Er passen {most} kinderen en {most} bodemeisen in een aanmelding."),
    "dry_run.all_drawn": N_("Alle kaarten zijn voor dit plan al geweest. Kies er zelf een."),
    "dry_run.no_scene": N_("Er is nog geen moment van de dag om bij te oefenen. Kies eerst een routine."),
    "dry_run.no_such_card": N_("Deze kaart is er niet meer."),
    "dry_run.not_on_table": N_("Deze kaart ligt niet meer op tafel."),
    "dry_run.too_many": N_("Er zijn al {most} kaarten getrokken. Er kan nu niets meer bij."),
    "dry_run.walked_already": N_("Deze kaart hebben jullie voor dit plan al geoefend. Kies een andere."),
    "dry_run.what_is_missing": N_("Schrijf erbij wat er nog nodig is."),
    "dry_run.written_meanwhile": N_(
        "Iemand anders schreef dit net op. Kijk wat er nu staat, en bewaar het dan opnieuw."
    ),
    "erasing.another_person": N_("Jij stelde dit voor. Laat iemand anders het wissen."),
    "erasing.goes_by_itself": N_("Dit wordt vanzelf gewist."),
    "erasing.gone_already": N_("Dit is al gewist."),
    "erasing.no_such_proposal": N_("Dit voorstel is er niet meer."),
    "erasing.not_due": N_("De termijn is nog niet om. Wissen kan eerder als het gezin daarom vraagt."),
    "erasing.plan_gone": N_("Dit plan is gewist."),
    "erasing.proposed_already": N_("Iemand stelde al voor om hiervan iets te wissen. Kijk eerst daarnaar."),
    "evaluation.not_here": N_("Deze evaluatie is er niet meer."),
    "evaluation.none_planned": N_("Er is geen evaluatie gepland. Stel eerst het plan vast."),
    "evaluation.not_started": N_("De evaluatie is nog niet begonnen."),
    "evaluation.started_already": N_("De evaluatie is al begonnen."),
    "evaluation.weigh_all": N_("Kijk eerst bij elke afspraak hoe het gaat."),
    "film.changed_meanwhile": N_("Iemand anders heeft dit net veranderd. Kijk welke tekst jullie willen."),
    "film.without_whom": N_("Kies eerst een dag zonder wie je wilt laten zien."),
    "film.without_nobody": N_("Er staat nu geen dag zonder iemand op het scherm."),
    "film.todo_shown": N_("Wat er nog te doen is, staat al op het scherm."),
    "film.todo_not_shown": N_("Wat er nog te doen is, staat nu niet op het scherm."),
    "film.child_is_no_help": N_("Een kind is geen hulp voor de volwassenen. Kies iemand anders."),
    "film.helps_already": N_("Deze persoon helpt hier al."),
    "film.last_routine": N_("Er blijft altijd een routine over. Zet er eerst een andere bij."),
    "film.last_scene": N_(
        "Een routine heeft altijd een scène. Haal de hele routine weg, of zet er eerst een scène bij."
    ),
    "film.no_such_question": N_("Deze vraag bestaat niet."),
    "film.no_such_routine": N_("Deze routine staat niet in de bibliotheek."),
    "film.no_such_scene": N_("Dit moment van de dag is er niet meer."),
    "film.nothing_to_play": N_("Kies eerst een routine om af te spelen."),
    "film.other_scenes": N_("Deze routine heeft {scenes} scènes. Beschrijf ze allemaal, of geen."),
    "film.routine_gone": N_("Deze routine is er niet meer."),
    "film.routine_without_scenes": N_("Deze routine heeft geen scènes."),
    "film.talked_through_already": N_("Deze scène is al besproken."),
    "film.too_many_routines": N_("Er passen {most} routines in een film."),
    "film.too_many_scenes": N_("Er passen {most} scènes in een routine."),
    "film.where_do_cards_go": N_("Hier staan kaarten. Kies eerst naar welke scène ze gaan."),
    "input.missing": N_("Er mist iets. Laad de pagina opnieuw en probeer het nog eens."),
    "input.not_a_day": N_("Dit is geen datum. Schrijf hem zo: 2026-12-31."),
    "input.not_a_list": N_("Dit kan zo niet. Laad de pagina opnieuw en probeer het nog eens."),
    "input.not_a_number": N_("Vul een heel getal in."),
    "input.not_a_time": N_("Dit is geen tijd. Schrijf hem zo: 08:05."),
    "input.not_an_id": N_("Dit kan zo niet. Laad de pagina opnieuw en probeer het nog eens."),
    "input.too_large": N_("Dit is te groot om te versturen. Maak de tekst korter."),
    "input.unknown_choice": N_("Deze keuze is er niet. Laad de pagina opnieuw en probeer het nog eens."),
    "invitations.already": N_("Deze persoon staat al op de lijst."),
    "invitations.came_already": N_("Deze persoon is al binnen geweest. Haal de persoon weg in de regie."),
    "ledger.broken": N_(
        "De lijst met wat gewist is klopt niet meer. Zet die lijst terug uit een reservekopie, en start opnieuw."
    ),
    "ledger.unreadable": N_("De lijst met wat gewist is kan niet worden gelezen of geschreven."),
    "light.nothing_in_it": N_("Er staat nu geen kaart in het licht."),
    "links.days": N_("Kies een aantal dagen van 1 tot en met {most}."),
    "links.not_here": N_("Op dit adres staat geen agenda. Zet op je telefoon zelf een nieuw adres aan."),
    "links.ended": N_("Deze link is gestopt. Vraag de procesbegeleider om een nieuwe."),
    "links.over": N_("Deze link werkt niet meer. Vraag de procesbegeleider om een nieuwe."),
    "links.too_often": N_("Dat was te vaak. Wacht een minuut en probeer het dan opnieuw."),
    "mail.no_server": N_("Er is geen mailserver ingesteld. Geef DRAAIBOEK_SMTP_HOST en DRAAIBOEK_SMTP_FROM."),
    "mail.not_an_address": N_("Dit is geen mailadres. Kijk het nog eens na."),
    "mail.not_offered": N_("Dat kan hier niet."),
    "mail.not_reached": N_("De mailserver is niet te bereiken, of weigert ons. Er is niets verstuurd."),
    "net.if_what": N_("Schrijf erbij wat er eerst moet gebeuren: ja, als …"),
    "net.measure_not_whole": N_("Schrijf bij de maatregel op: wie, wat en wanneer."),
    "net.not_here": N_("Dit is er niet meer. Kijk wat er nu staat."),
    "net.too_many": N_("Er staan er al {most}. Haal er eerst één weg."),
    "notes.too_many": N_("Er zijn al {most} briefjes geschreven. Zeg het nu zelf."),
    "organisation.unreadable": N_(
        "Het bestand met de gegevens van de organisatie klopt niet. Kijk naar DRAAIBOEK_ORGANISATION en data/organisation.toml."
    ),
    "paper.long_password": N_("Kies een wachtwoord van niet meer dan {longest} tekens."),
    "paper.other_letters": N_(
        "Gebruik voor het wachtwoord de letters a tot en met z, cijfers en leestekens. Andere letters leest niet elk programma goed."
    ),
    "paper.short_password": N_("Kies een wachtwoord van ten minste {shortest} tekens."),
    "person.has_own_phone": N_("Deze persoon heeft een eigen telefoon, en zegt het daar zelf."),
    "person.not_admitted": N_("Je bent nog niet binnen. Wacht tot de procesbegeleider je binnenlaat."),
    "person.not_here": N_("Deze persoon doet hier niet mee."),
    "pictures.no_such_proposal": N_("Dit plaatje is al gekozen, of het is teruggenomen."),
    "pictures.of_the_family": N_("De plaatjes kiest het gezin, met het netwerk."),
    "pictures.there_already": N_("Dit plaatje staat er al."),
    "pictures.too_many": N_("Er zijn al {most} plaatjes bedacht. Zeg het nu zelf tegen de procesbegeleider."),
    "plan.empty": N_("Er is nog geen afspraak. Maak er eerst een."),
    "plan.evaluate_first": N_("Er is al een plan. Kijk eerst in een evaluatie hoe het gaat."),
    "plan.evaluation_in_past": N_("Kies voor de evaluatie een dag die nog komt."),
    "plan.no_such_version": N_("Deze versie van het plan is er niet."),
    "plan.no_such_week": N_("Die week is er niet."),
    "plan.not_because_what": N_("Schrijf erbij waarom het zo nog niet genoeg is."),
    "plan.not_handed_over": N_("Er is nog geen overdracht. Die komt er als de procesbegeleider eruit stapt."),
    "plan.referrer_first": N_(
        "De verwijzer heeft nog niet bij elke bodemeis gezegd of het zo genoeg is. Vraag dat eerst."
    ),
    "plan.stands": N_("Het plan is vastgesteld. Verander het na een evaluatie die zegt: het plan aanpassen."),
    "policy.first_only": N_("Dit doet alleen wie deze conferentie als eerste leidt."),
    "policy.join_first": N_("Je doet niet mee op deze telefoon. Vul de code in van het scherm."),
    "policy.not_your_card": N_("Deze kaart is van iemand anders."),
    "policy.not_yours": N_("Dit kun jij niet doen. Vraag het aan de procesbegeleider."),
    "policy.only_themselves": N_("Dit doet iemand zelf, op de eigen telefoon."),
    "policy.other_site": N_("Dit kwam van een andere website. Open de pagina opnieuw."),
    "policy.sign_in": N_("Je bent niet ingelogd. Log opnieuw in."),
    "referral.alias_missing": N_("Bedenk een schuilnaam voor het gezin."),
    "referral.closed": N_("Deze aanmelding is afgesloten."),
    "referral.age": N_("Vul de leeftijd in als een getal van 0 tot en met {oldest}."),
    "referral.child_name": N_("Schrijf de voornaam van het kind op."),
    "referral.choose_reason": N_("Kies wat de aanleiding is."),
    "referral.line_not_whole": N_("Een bodemeis is nog niet af. Vul alle vijf de vragen in."),
    "referral.net_not_checked": N_("Er is nog niet gekeken of er een vangnet is om dit gezin heen. Dat gebeurt eerst."),
    "referral.no_bottom_lines": N_("Schrijf ten minste één bodemeis op."),
    "referral.no_bsn": N_("Gebruik een schuilnaam voor het gezin. Schrijf geen BSN of ander nummer op."),
    "referral.no_children": N_("Schrijf ten minste één kind op."),
    "referral.no_measures": N_("Er is nu geen vangnet. Schrijf op welke andere maatregelen er komen."),
    "referral.no_net": N_("Er is nu geen vangnet. Er zijn andere maatregelen afgesproken."),
    "referral.not_here": N_("Deze aanmelding is er niet, of is niet van jou."),
    "referral.not_judged": N_(
        "Nog niemand heeft beoordeeld of deze mensen samen in één ruimte mogen zijn. Zonder dat oordeel nodigen we niemand uit."
    ),
    "referral.not_mapped": N_(
        "De situatie is nog niet in kaart gebracht. Dat is een voorwaarde: de conferentie is er om afspraken te maken."
    ),
    "referral.not_now": N_(
        "Een professional vindt dat deze mensen nu niet bij elkaar kunnen komen. Daarom kan er nu geen conferentie zijn."
    ),
    "referral.part_of_line": N_("Vul dit ook in. Een bodemeis is af met alle vijf de antwoorden."),
    "referral.say_lvb": N_("Zeg of iemand in het gezin een LVB heeft."),
    "referral.say_mapped": N_("Zeg of de situatie al in kaart is gebracht."),
    "referral.say_what_happened": N_("Schrijf op wat er is gebeurd."),
    "referral.taken": N_("Deze aanmelding is al door iemand opgepakt."),
    "referral.who_judged": N_("Schrijf op wie dit heeft beoordeeld."),
    "referral.why_judged": N_("Schrijf op waarom."),
    "restrictions.apart": N_("Deze mensen mogen niet samen in één ruimte. Begin eerst een aparte bijeenkomst."),
    "restrictions.how_many": N_("Kies voor deze afspraak twee mensen. Bij woorden kies je er één."),
    "restrictions.invited_together": N_("Deze twee staan samen op de lijst van een bijeenkomst. Zeg die dag eerst af."),
    "restrictions.is_this_the_same": N_(
        "Voor iemand met deze naam geldt een afspraak over contact. Is dit dezelfde persoon? Kies dan: was hier al."
    ),
    "restrictions.name_first": N_(
        "Schrijf eerst bij Afspraken over contact op wie niet samen in één ruimte mogen zijn."
    ),
    "restrictions.nothing_to_guard": N_("Schrijf de woorden met letters of cijfers."),
    "restrictions.not_here": N_("Deze afspraak over contact is er niet meer."),
    "restrictions.only_who_is_known": N_("Kies mensen die zijn uitgenodigd of die binnen zijn."),
    "restrictions.there_already": N_("Deze afspraak over contact is er al."),
    "restrictions.too_many": N_("Er zijn al {most} afspraken over contact. Haal er eerst een weg."),
    "restrictions.which_words": N_("Schrijf op welke woorden deze persoon niet mag lezen."),
    "retention.not_a_term": N_("Kies bij elke soort een termijn van 1 tot {longest} dagen."),
    "retention.out_of_order": N_(
        "Het werkbord mag niet langer blijven dan het plan, en het plan niet langer dan de aanmelding en de namen."
    ),
    "scale.nobody_yet": N_("Nog niemand heeft een cijfer gegeven."),
    "scale.not_asked": N_("Er is nu geen cijfer gevraagd."),
    "scale.shown_already": N_("De cijfers zijn al getoond. Je cijfer verandert niet meer."),
    "scale.zero_to_ten": N_("Kies een heel cijfer van 0 tot en met 10."),
    "session.first_by_the_door": N_("De eerste bijeenkomst begint als je de deur opent."),
    "session.only_who_is_in": N_("Kies mensen die binnen zijn."),
    "sessions.apart": N_("Twee van deze mensen mogen niet samen in één ruimte. Plan voor elk een eigen bijeenkomst."),
    "sessions.ends_before_it_begins": N_("Kies een eindtijd die na het begin komt."),
    "sessions.none": N_("Er is nog geen bijeenkomst gepland."),
    "sessions.not_here": N_("Deze bijeenkomst is er niet meer."),
    "sessions.too_many": N_("Er zijn al {most} bijeenkomsten gepland. Haal er eerst een weg."),
    "sessions.when": N_("Kies een dag, een begintijd en een eindtijd."),
    "sessions.who_comes": N_("Kies wie er wordt uitgenodigd."),
    "statements.no_plan_yet": N_("Er is nog geen plan. Een eigen verklaring komt bij een plan te staan."),
    "statements.none": N_("Schrijf eerst iets op."),
    "step_out.somebody_else_watches": N_(
        "Kies iemand anders die let op hoe het gaat, dan wie verdergaat met het plan."
    ),
    "step_out.who_carries_on": N_("Kies eerst wie verdergaat met het plan."),
    "store.bad_key": N_("Dit is geen goede sleutel voor de database. Het moeten 64 tekens zijn: 0-9 en a-f."),
    "store.damaged": N_("De database is beschadigd. Er is niets veranderd. Zet een reservekopie terug."),
    "store.half_gone": N_(
        "De database zelf is weg. Er is nog wel een deel over: draaiboek.db-wal. Zet de database terug naast dat bestand."
    ),
    "store.in_use": N_("De database is nog open. Stop Draaiboek eerst, en probeer het dan opnieuw."),
    "store.key_gone": N_(
        "De database is er, maar de sleutel niet. Zet het sleutelbestand terug, of geef de sleutel met DRAAIBOEK_KEY_FILE."
    ),
    "store.newer": N_(
        "Deze database is gemaakt met een nieuwere versie van Draaiboek. Er is niets veranderd. Start de nieuwere versie."
    ),
    "store.no_key_file": N_("Het sleutelbestand kan niet worden gelezen. Kijk of DRAAIBOEK_KEY_FILE klopt."),
    "store.nothing_there": N_("Hier is geen database van Draaiboek. Kijk of DRAAIBOEK_DATA klopt."),
    "store.unreadable": N_(
        "De map met gegevens kan niet worden gelezen of beschreven. "
        "Kijk of het een map is, of die van jou is, en of de schijf niet vol is."
    ),
    "store.wrong_key": N_(
        "Deze sleutel past niet op de database, of de database is beschadigd. Er is niets veranderd. "
        "Geef de goede sleutel, of zet een reservekopie terug."
    ),
    "talks.done_already": N_("Dit gesprek is al geweest."),
    "talks.not_here": N_("Dit staat er niet meer."),
    "talks.only_after_not": N_("Zo'n gesprek hoort bij iets dat niet is gelukt."),
    "talks.somebody_else": N_("Kies iemand anders, of de procesbegeleider."),
    "talks.two_people": N_("Kies twee verschillende mensen."),
    "timer.minutes": N_("Kies een tijd van 1 tot en met {longest} minuten."),
    "timer.not_set": N_("Er loopt nu geen tijd."),
    "unexpected": N_("Er ging iets mis bij ons. Wat bewaard was, is er nog. Probeer het zo opnieuw."),
    "words.empty": N_("Er staat nog niets. Typ eerst wat je wilt zeggen."),
    "words.not_text": N_("Dit is geen tekst. Typ het opnieuw."),
    "words.too_long": N_(
        "Deze tekst is te lang. Er passen {longest} tekens in. Maak de tekst korter of stuur twee kaarten."
    ),
    "words.unreadable": N_("In deze tekst staat een teken dat wij niet kunnen bewaren. Typ de zin opnieuw."),
}


def sentence(key: str, lang: str, **facts: str | int) -> str:
    """The refusal in the reader's language; a number is written as that language writes it.

    Always gives a sentence: an unknown key is our fault and says so, and a fact that is not there is left open.
    """
    written = {name: _written(fact, lang) for name, fact in facts.items()}
    whole = words_for(lang)(SENTENCES.get(key, SENTENCES["unexpected"]))
    return re.sub(r"\{(\w*)\}", lambda place: written.get(place[1], "…"), whole)


def _written(fact: str | int, lang: str) -> str:
    return format_decimal(fact, locale=lang) if isinstance(fact, int) else fact
