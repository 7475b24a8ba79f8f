"""The facts of a conference, in the past tense. No words of a family stand in them: only the ids under which words are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sos_core.domain.events.breaches import BreachFollowedUp, BreachRecorded
from sos_core.domain.events.cards import (
    CardHidden,
    CardPutOnBoard,
    CardTakenBack,
    CardTakenOffBoard,
    CardWritten,
    ChildAgreed,
)
from sos_core.domain.events.closing import ConferenceClosed, ConferenceReopened, Erased, PersonErased, WordsErased
from sos_core.domain.events.confiding import Confided, ConfidenceHeard, ConfidenceTakenBack
from sos_core.domain.events.contact import ContactStepHalted, ContactStepPlanned, ContactStepSignedOff
from sos_core.domain.events.correcting import CorrectionAnswered, CorrectionAsked
from sos_core.domain.events.dry_run import (
    WhatIfAnswered,
    WhatIfDrawn,
    WhatIfFitted,
    WhatIfHeld,
    WhatIfPutAway,
    WhatIfWalked,
)
from sos_core.domain.events.film import (
    HelpersOrdered,
    HelpNoted,
    RoutineAdded,
    RoutineChanged,
    RoutineMoved,
    RoutineRemoved,
    SceneAdded,
    SceneChanged,
    SceneFacts,
    SceneMoved,
    SceneRemoved,
    SceneTalkedThrough,
)
from sos_core.domain.events.handling import (
    CardClarified,
    CardMoved,
    CardParked,
    CardsMerged,
    CardSplit,
    CardUnparked,
    NoteWritten,
)
from sos_core.domain.events.in_between import (
    CheckedIn,
    CheckInTakenBack,
    ReportConfirmed,
    ReportUnconfirmed,
    TalkAgreed,
    TalkDone,
)
from sos_core.domain.events.lead import (
    PhaseMoved,
    PlayStarted,
    PlayStopped,
    QuestionAsked,
    RoadChanged,
    SceneShown,
    ScreenPaused,
)
from sos_core.domain.events.pictures import PictureLeft, PictureProposed, PicturePut
from sos_core.domain.events.plan import (
    AgreementAnswered,
    AgreementChanged,
    AgreementDropped,
    AgreementMade,
    AgreementWeighed,
    BottomLineJudged,
    EvaluationEnded,
    EvaluationMoved,
    EvaluationPlanned,
    EvaluationStarted,
    Handover,
    PlanAdopted,
    PlannedLook,
    ProofNoted,
    ToldAloud,
    ToldBack,
)
from sos_core.domain.events.preparing import PreparationNoted, SessionCalledOff, SessionPlanned
from sos_core.domain.events.restrictions import RestrictionLifted, RestrictionSet
from sos_core.domain.events.room import (
    BottomLineFacts,
    ConferencePlanned,
    DoorClosed,
    DoorOpened,
    FacilitatorAskedIn,
    FacilitatorChanged,
    InvitationWithdrawn,
    InvitedCame,
    LinkEnded,
    PeopleHere,
    PersonAdmitted,
    PersonCame,
    PersonCameBack,
    PersonInvited,
    PersonLeft,
    PersonReturned,
    SessionBegun,
)
from sos_core.domain.events.scale import ScaleAsked, ScaleSet, ScaleShown
from sos_core.domain.events.statements import StatementMade
from sos_core.domain.events.together import (
    CardPutInLight,
    CardsHeld,
    CardsShown,
    DayWithoutEnded,
    DayWithoutShown,
    LightPutOut,
    PersonReady,
    TimerSet,
    TimerStopped,
    TodoHidden,
    TodoShown,
)


@dataclass(frozen=True, slots=True)
class Undone:
    """The step with this seq no longer counts. It stays in the journal."""

    seq: int


@dataclass(frozen=True, slots=True)
class Redone:
    """The step with this seq, which was undone, counts again: in its own place, before what came after it."""

    seq: int


Event = (
    ConferencePlanned
    | RoutineAdded
    | FacilitatorAskedIn
    | FacilitatorChanged
    | DoorOpened
    | DoorClosed
    | SessionBegun
    | SessionPlanned
    | SessionCalledOff
    | PreparationNoted
    | RestrictionSet
    | RestrictionLifted
    | PersonInvited
    | InvitationWithdrawn
    | InvitedCame
    | PersonCame
    | PersonAdmitted
    | PersonCameBack
    | PersonReturned
    | LinkEnded
    | PersonLeft
    | PeopleHere
    | PhaseMoved
    | SceneShown
    | PlayStarted
    | PlayStopped
    | QuestionAsked
    | RoadChanged
    | ScreenPaused
    | TimerSet
    | TimerStopped
    | CardsHeld
    | PersonReady
    | CardsShown
    | CardPutInLight
    | LightPutOut
    | DayWithoutShown
    | DayWithoutEnded
    | TodoShown
    | TodoHidden
    | SceneTalkedThrough
    | RoutineChanged
    | RoutineMoved
    | RoutineRemoved
    | SceneAdded
    | SceneChanged
    | SceneMoved
    | SceneRemoved
    | PictureProposed
    | PicturePut
    | PictureLeft
    | HelpNoted
    | HelpersOrdered
    | CardWritten
    | CardPutOnBoard
    | CardTakenOffBoard
    | ChildAgreed
    | CardTakenBack
    | CardHidden
    | CardParked
    | CardUnparked
    | CardClarified
    | CardMoved
    | CardsMerged
    | CardSplit
    | NoteWritten
    | Confided
    | ConfidenceHeard
    | ConfidenceTakenBack
    | AgreementMade
    | AgreementChanged
    | AgreementDropped
    | AgreementAnswered
    | ToldBack
    | ToldAloud
    | ProofNoted
    | WhatIfDrawn
    | WhatIfFitted
    | WhatIfWalked
    | WhatIfHeld
    | WhatIfAnswered
    | WhatIfPutAway
    | ScaleAsked
    | ScaleSet
    | ScaleShown
    | BottomLineJudged
    | BreachRecorded
    | BreachFollowedUp
    | CheckedIn
    | CheckInTakenBack
    | ReportConfirmed
    | ReportUnconfirmed
    | TalkAgreed
    | TalkDone
    | ContactStepPlanned
    | ContactStepSignedOff
    | ContactStepHalted
    | PlanAdopted
    | EvaluationStarted
    | AgreementWeighed
    | EvaluationEnded
    | EvaluationMoved
    | EvaluationPlanned
    | StatementMade
    | CorrectionAsked
    | CorrectionAnswered
    | ConferenceClosed
    | ConferenceReopened
    | WordsErased
    | PersonErased
    | Erased
    | Undone
    | Redone
)

UNDOABLE: tuple[type, ...] = (
    SessionBegun,
    RoutineAdded,
    RoutineChanged,
    RoutineMoved,
    RoutineRemoved,
    SceneAdded,
    SceneChanged,
    SceneMoved,
    SceneRemoved,
    PicturePut,
    HelpNoted,
    HelpersOrdered,
    SceneTalkedThrough,
    DayWithoutShown,
    DayWithoutEnded,
    TodoShown,
    TodoHidden,
    CardPutOnBoard,
    CardTakenOffBoard,
    CardParked,
    CardUnparked,
    CardClarified,
    CardMoved,
    CardsMerged,
    CardSplit,
    AgreementMade,
    AgreementChanged,
    AgreementDropped,
    ProofNoted,
    WhatIfDrawn,
    WhatIfFitted,
    WhatIfWalked,
    WhatIfHeld,
    WhatIfAnswered,
    WhatIfPutAway,
)
"""What the desk makes on the board. What people said, answered or took back is theirs: nobody undoes it for them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal: `seq` counts from 1 without gaps, `by` is the id of who did it."""

    seq: int
    at: datetime
    by: str
    event: Event
