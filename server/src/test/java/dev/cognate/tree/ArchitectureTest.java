package dev.cognate.tree;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.cognate.wire.Operation;

/** Who may know whom, and what nobody may do. The reasons stand with the rules. */
@AnalyzeClasses(packages = "dev.cognate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] FEATURES = {
        "dev.cognate.signup..",
        "dev.cognate.signin..",
        "dev.cognate.users..",
        "dev.cognate.groups..",
        "dev.cognate.imports..",
        "dev.cognate.tokens..",
        "dev.cognate.directory..",
        "dev.cognate.verification..",
        "dev.cognate.pools..",
        "dev.cognate.clients..",
        "dev.cognate.resourceservers..",
        "dev.cognate.domains..",
        "dev.cognate.federation..",
        "dev.cognate.branding..",
        "dev.cognate.passwords..",
        "dev.cognate.sessions..",
        "dev.cognate.mfa..",
        "dev.cognate.devices..",
        "dev.cognate.passkeys..",
        "dev.cognate.risk.."
    };

    @ArchTest
    static final ArchRule roomsDependInOneDirection = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("app")
            .definedBy("dev.cognate.app..")
            .layer("front")
            .definedBy("dev.cognate.front..")
            .layer("hosted")
            .definedBy("dev.cognate.hosted..")
            .layer("features")
            .definedBy(FEATURES)
            .layer("moving")
            .definedBy("dev.cognate.transfer..")
            .layer("sending")
            .definedBy(
                    "dev.cognate.codes..",
                    "dev.cognate.messaging..",
                    "dev.cognate.triggers..",
                    "dev.cognate.aws..",
                    "dev.cognate.outgoing..")
            .layer("ground")
            .definedBy("dev.cognate.store..", "dev.cognate.crypto..")
            .layer("keys")
            .definedBy("dev.cognate.kms..")
            .layer("domain")
            .definedBy("dev.cognate.domain..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("hosted")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("front")
            .mayOnlyBeAccessedByLayers("app", "hosted")
            .whereLayer("moving")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("features")
            .mayOnlyBeAccessedByLayers("app", "hosted", "moving")
            .whereLayer("keys")
            .mayOnlyBeAccessedByLayers("app", "sending")
            .whereLayer("sending")
            .mayOnlyBeAccessedByLayers("app", "hosted", "features", "moving")
            .because("a reader follows a request from app to store and never has to look back");

    @ArchTest
    static final ArchRule roomsFormNoCycles =
            slices().matching("dev.cognate.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theGroundKnowsNoApi = noClasses()
            .that()
            .resideInAnyPackage("dev.cognate.store..", "dev.cognate.crypto..", "dev.cognate.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.cognate.wire..")
            .because("storage, keys and nouns are older than any one API");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsJdbc = noClasses()
            .that()
            .resideOutsideOfPackage("dev.cognate.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..")
            .because("a room's SQL goes through Tx");

    @ArchTest
    static final ArchRule onlyTheFrontKnowsHelidon = noClasses()
            .that()
            .resideOutsideOfPackage("dev.cognate.front..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.helidon..")
            .because("the HTTP server can be exchanged in one place");

    @ArchTest
    static final ArchRule noRoomKnowsHttp = noClasses()
            .that()
            .resideInAnyPackage(FEATURES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.cognate.front..", "io.helidon..", "java.net.http..")
            .because("an operation answers a record with a record");

    @ArchTest
    static final ArchRule oneRoomCallsOut = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.cognate.outgoing..",
                    "dev.cognate.transfer..", // A command; a server makes none of its calls.
                    "dev.cognate.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because("whoever reviews what leaves the machine reads one room, and how messages are mailed");

    @ArchTest
    static final ArchRule onlyMessagesAreMailed = noClasses()
            .that()
            .resideOutsideOfPackage("dev.cognate.messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.mail..")
            .because("what leaves the machine by mail is a message");

    @ArchTest
    static final ArchRule whatIsFetchedComesThroughOneRoom = noClasses()
            .that()
            .resideInAnyPackage(FEATURES)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.URLConnection")
            .because("a URL of a request must not lead into the server's own network: see outgoing");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that()
            .resideOutsideOfPackages("dev.cognate.cli..", "dev.cognate.codegen..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .because("a test moves the clock");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackages("dev.cognate.cli..", "dev.cognate.app..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a server has a log");

    @ArchTest
    static final ArchRule stateIsNotStatic = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.cognate..")
            .should()
            .beFinal()
            .because("what changes belongs to an object that somebody made and handed on");

    @ArchTest
    static final ArchRule operationsAreFinalAndStayInTheirRoom = classes()
            .that()
            .implement(Operation.class)
            .should()
            .notBePublic()
            .andShould()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
            .because("a room has one door");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("Entity")
            .orShould()
            .haveSimpleNameEndingWith("Mapper")
            .orShould()
            .haveSimpleNameStartingWith("Abstract")
            .orShould()
            .haveSimpleNameStartingWith("Base")
            .because("such names attract whatever has no place");
}
