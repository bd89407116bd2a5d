$version: "2"

namespace dev.cognate.tiny

use aws.auth#sigv4
use aws.protocols#awsJson1_1
use dev.cognate.traits#pathName
use dev.cognate.traits#printedOrder
use dev.cognate.traits#secret
use dev.cognate.traits#shownInMessages

@awsJson1_1
@sigv4(name: "tiny")
service Tiny {
    version: "1"
    operations: [
        Greet
        Forget
    ]
}

@auth([])
operation Greet {
    input: GreetRequest
    output: GreetResponse
    errors: [
        RudeException
        BrokenException
    ]
}

operation Forget {
    input: ForgetRequest
    output: Unit
}

/// One member of each kind.
structure GreetRequest {
    @required
    GuestId: GuestIdType

    Password: PasswordType

    ConfirmationCode: CodeType

    @required
    Mood: MoodType

    Moods: MoodsType

    CallbackURLs: URLsType

    Names: NamesType

    @pathName("shortName")
    Name: NameType

    Age: AgeType

    Count: CountType

    Loud: BooleanType

    At: DateType

    Picture: PictureType

    Settings: Document

    Origin: OriginType

    Guests: GuestsType

    Notes: NotesType

    Hints: HintsType

    Levels: LevelsType
}

structure GreetResponse {
    Text: NameType

    AccessToken: PasswordType
}

structure ForgetRequest {}

@sensitive
structure OriginType {
    Address: NameType
}

structure GuestType {
    @required
    Name: NameType
}

@shownInMessages
@sensitive
@length(min: 1, max: 8)
@pattern("[\\w+]+")
string GuestIdType

@sensitive
@length(max: 9)
@pattern("[\\S\"]+")
string PasswordType

@secret
@length(min: 1)
string CodeType

string NameType

@printedOrder(["sad", "not-so-glad", "glad"])
enum MoodType {
    GLAD = "glad"
    SAD = "sad"
    NOT_SO_GLAD = "not-so-glad"
}

list MoodsType {
    member: MoodType
}

@length(max: 2)
list URLsType {
    member: NameType
}

list NamesType {
    member: NameType
}

@range(min: 0, max: 150)
integer AgeType

long CountType

boolean BooleanType

timestamp DateType

@length(max: 10)
blob PictureType

document Document

@length(min: 1, max: 3)
list GuestsType {
    member: GuestType
}

map NotesType {
    key: NameType
    value: PasswordType
}

@sensitive
@length(min: 1, max: 3)
map HintsType {
    key: NameType
    value: NameType
}

map LevelsType {
    key: NameType
    value: GuestType
}

@error("client")
@httpError(400)
structure RudeException {
    message: NameType

    reasonCode: NameType

    Mood: MoodType
}

@error("server")
@httpError(500)
structure BrokenException {
    message: NameType
}
