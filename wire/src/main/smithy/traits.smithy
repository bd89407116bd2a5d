$version: "2"

namespace dev.cognate.traits

/// The order in which the service prints the values of an enumeration in a validation message, where it was observed.
/// Without this trait the order is that of a default java.util.HashSet. Reference: oauth-config A5.
@trait(selector: "enum")
list printedOrder {
    member: String
}

/// The name of a member in validation messages, where it is not the member's own with a lower-case first letter.
@trait(selector: "structure > member")
string pathName

/// A value that is never printed, although the model does not call it sensitive and messages of the service show it.
@trait
structure secret {}

/// A sensitive value that the service shows in its validation messages all the same (observed).
@trait
structure shownInMessages {}
