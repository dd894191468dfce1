package org.occupationalstandards.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.occupationalstandards.architecture.Planted.FieldInjection;
import org.occupationalstandards.catalogue.intake.planted.CallsOut;
import org.occupationalstandards.catalogue.intake.planted.KnowsAnotherService;
import org.occupationalstandards.contracts.planted.NeedsSpring;
import org.occupationalstandards.embedded.planted.EmbeddedWithSpring;
import org.occupationalstandards.platform.planted.KnowsAService;
import org.occupationalstandards.standards.lifecycle.planted.EventWithSetters;
import org.occupationalstandards.standards.lifecycle.planted.Impure;
import org.occupationalstandards.util.StringUtil;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** All rules about compiled classes. */
final class Rules {

    private static final String ROOT = "org.occupationalstandards.";
    /** Of standards, of employer groups, and of the register of employers. */
    private static final String[] RULEBOOKS = {
        ROOT + "standards.lifecycle..", ROOT + "standards.groups..", ROOT + "standards.employers.."
    };

    private static final List<String> SERVICES = List.of("standards", "catalogue", "notifications", "identity");

    /** Whatever tells the time of the machine, and not the time that was handed in. */
    private static final Set<Class<?>> CLOCKS =
            Set.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class);

    private Rules() {}

    static List<Rule> all() {
        return List.of(
                lifecycleNeedsOnlyTheJdk(),
                lifecycleIsDeterministic(),
                eventsAndCommandsAreRecords(),
                axonInOnePackage(),
                servicesAreStrangers(),
                contractsStandAlone(),
                platformKnowsNoService(),
                embeddedWithoutSpring(),
                noCyclesBetweenPackages(),
                intakeOnlyWrites(),
                kafkaStaysAtTheEdge(),
                clocksAreInjected(),
                noFieldInjection(),
                controllersAreInternal(),
                noStandardStreams(),
                noForbiddenSuffixes(),
                packagesByJob(),
                packagesAreNullMarked(),
                noOldDates(),
                noMutableStatics());
    }

    private static Rule lifecycleNeedsOnlyTheJdk() {
        return Rule.of(
                "the rulebook needs only the JDK",
                classes()
                        .that()
                        .resideInAnyPackage(RULEBOOKS)
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(RULEBOOKS)
                                .or(resideInAnyPackage(
                                        "java.lang..",
                                        "java.util..",
                                        "java.time..",
                                        "java.math..",
                                        "java.text..",
                                        "java.nio.charset..",
                                        "org.jspecify..")))
                        .because(
                                "what is permitted must be readable and testable without any framework: translate in api or"
                                        + " eventsourcing, and hand in plain values"),
                Impure.class);
    }

    private static Rule lifecycleIsDeterministic() {
        return Rule.of(
                "the rulebook asks neither clock nor chance",
                noClasses()
                        .that()
                        .resideInAnyPackage(RULEBOOKS)
                        .should(tellTheTimeOrGuess())
                        .orShould()
                        .dependOnClassesThat()
                        .belongToAnyOf(Clock.class, java.util.Random.class, Thread.class, System.class)
                        .because(
                                "a decision must come out the same when it is replayed: take the instant from Circumstances, and ids from"
                                        + " the command"),
                Impure.class);
    }

    private static Rule eventsAndCommandsAreRecords() {
        return Rule.of(
                "events and commands are records",
                classes()
                        .that()
                        .areNotInterfaces()
                        .and(areFactsOrOrders())
                        .should()
                        .beRecords()
                        .because("facts and orders are plain values: make it a record of JDK types and small records"),
                EventWithSetters.class);
    }

    private static Rule axonInOnePackage() {
        return Rule.of(
                "Axon stays in standards.eventsourcing",
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + "standards.eventsourcing..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.axonframework..")
                        .because("moving to another event store must touch one package: use that package's own types"),
                Impure.class);
    }

    private static Rule servicesAreStrangers() {
        return Rule.of(
                "no service depends on another",
                slices().matching(ROOT + "(standards|catalogue|notifications|identity)..")
                        .should()
                        .notDependOnEachOther()
                        .because(
                                "services meet only through announcements and HTTP: move what is shared to contracts (if outsiders"
                                        + " see it) or to platform"),
                KnowsAnotherService.class,
                Impure.class);
    }

    private static Rule contractsStandAlone() {
        return Rule.of(
                "contracts depend on annotations only",
                classes()
                        .that()
                        .resideInAPackage(ROOT + "contracts..")
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(
                                ROOT + "contracts..",
                                "java..",
                                "org.jspecify.annotations..",
                                "com.fasterxml.jackson.annotation.."))
                        .because(
                                "outsiders take this module into their own programs: what reads or sends announcements belongs to"
                                        + " platform or to a service"),
                NeedsSpring.class);
    }

    private static Rule platformKnowsNoService() {
        return Rule.of(
                "the platform knows no service",
                noClasses()
                        .that()
                        .resideInAnyPackage(ROOT + "platform..", ROOT + "contracts..", ROOT + "embedded..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(SERVICES.stream()
                                        .map(service -> ROOT + service + "..")
                                        .toArray(String[]::new))
                                .or(resideInAPackage(ROOT + "standalone..")))
                        .because(
                                "a library that knows its users cannot serve the next one: let the service hand in a bean or a setting"),
                KnowsAService.class);
    }

    private static Rule embeddedWithoutSpring() {
        return Rule.of(
                "embedded PostgreSQL and Kafka run without Spring",
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "embedded..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework..", ROOT + "platform..")
                        .because(
                                "they start before any Spring context, and in tests without one: hand in plain settings"),
                EmbeddedWithSpring.class);
    }

    private static Rule noCyclesBetweenPackages() {
        return Rule.of(
                "packages of a service form no cycle",
                slices().matching(ROOT + "(*).(*)..")
                        .namingSlices("$1.$2")
                        .should()
                        .beFreeOfCycles()
                        .because(
                                "parts that need each other are one part: move the type that both need to the one that is needed, or"
                                        + " join them"),
                org.occupationalstandards.cycle.one.One.class,
                org.occupationalstandards.cycle.two.Two.class);
    }

    private static Rule intakeOnlyWrites() {
        return Rule.of(
                "taking in plans, and does not act",
                noClasses()
                        .that()
                        .resideInAnyPackage(ROOT + "*.intake..", ROOT + "*.projection..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "java.net.http..",
                                "org.springframework.web.client..",
                                "org.springframework.mail..",
                                "jakarta.mail..")
                        .because(
                                "what has effects outside cannot be rolled back with the inbox: write a row, and let a sender take it up"
                                        + " outside any transaction"),
                CallsOut.class);
    }

    private static Rule kafkaStaysAtTheEdge() {
        return Rule.of(
                "Kafka stays in intake, publishing and topics",
                noClasses()
                        .that()
                        .resideInAPackage("org.occupationalstandards..")
                        .and()
                        .resideOutsideOfPackages(
                                ROOT + "*.intake..",
                                ROOT + "*.publishing..",
                                ROOT + "platform.topics..",
                                ROOT + "embedded..",
                                ROOT + "standalone..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                        .because(
                                "rules and reads do not care how a message came: take what platform.intake hands over"),
                Impure.class);
    }

    private static Rule clocksAreInjected() {
        return Rule.of(
                "the clock is injected",
                noClasses()
                        .should(tellTheTime())
                        .because(
                                "what depends on the machine's time cannot be tested: take a Clock in the constructor and ask it"
                                        + " (durations may be measured with System.nanoTime)"),
                Impure.class);
    }

    private static Rule noFieldInjection() {
        return Rule.of(
                "nothing is injected into fields",
                noFields()
                        .should()
                        .beAnnotatedWith(Autowired.class)
                        .orShould()
                        .beAnnotatedWith(Value.class)
                        .orShould()
                        .beAnnotatedWith("jakarta.inject.Inject")
                        .orShould()
                        .beAnnotatedWith("jakarta.annotation.Resource")
                        .because("an object without what it needs should not exist: take it in the constructor"),
                FieldInjection.class);
    }

    private static Rule controllersAreInternal() {
        return Rule.of(
                "controllers are internal",
                classes()
                        .that()
                        .areAnnotatedWith(RestController.class)
                        .or()
                        .areAnnotatedWith(Controller.class)
                        .should()
                        .notBePublic()
                        .because("only HTTP calls a controller: leave the class package-private"),
                Planted.PublicController.class);
    }

    private static Rule noStandardStreams() {
        return Rule.of(
                "only the standalone speaks to the terminal",
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + "standalone..")
                        .should(accessField(System.class, "out"))
                        .orShould(accessField(System.class, "err"))
                        .because("operators read logs, not terminals: use an SLF4J logger"),
                Planted.Prints.class);
    }

    private static Rule noForbiddenSuffixes() {
        return Rule.of(
                "names say the thing, not its kind",
                noClasses()
                        .that(areNotGroupsOfTheRulebook())
                        .should()
                        .haveNameMatching(".*(Command|Event|Dto|DTO|Manager|Helper|Utils?|Impl)")
                        .because(
                                "commands are orders (SubmitForApproval), events are past (SubmittedForApproval), and the rest is named"
                                        + " by what it does"),
                StringUtil.class,
                Planted.ApproveCommand.class);
    }

    private static Rule packagesByJob() {
        return Rule.of(
                "packages are named by job, not by layer",
                noClasses()
                        .should()
                        .resideInAnyPackage(
                                "..controller..",
                                "..controllers..",
                                "..service..",
                                "..services..",
                                "..model..",
                                "..models..",
                                "..util..",
                                "..utils..",
                                "..impl..",
                                "..dto..",
                                "..helper..",
                                "..common..")
                        .because(
                                "a package is what belongs together, with its controller, its table and its rules: name it by its job"),
                StringUtil.class);
    }

    private static Rule packagesAreNullMarked() {
        return Rule.of(
                "every package is null-marked",
                classes()
                        .should(new ArchCondition<JavaClass>("be in a package marked @NullMarked") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                var marked = type.getPackage()
                                        .tryGetAnnotationOfType(NullMarked.class)
                                        .isPresent();
                                events.add(new SimpleConditionEvent(
                                        type,
                                        marked,
                                        type.getPackageName() + " is " + (marked ? "" : "not ") + "null-marked"));
                            }
                        })
                        .because(
                                "what may be null is said by @Nullable and checked by the compiler: add a package-info.java with"
                                        + " @NullMarked and a sentence on what the package is for"),
                StringUtil.class);
    }

    private static Rule noOldDates() {
        return Rule.of(
                "times are kept as java.time",
                noFields()
                        .should()
                        .haveRawType(java.util.Date.class)
                        .orShould()
                        .haveRawType(java.util.Calendar.class)
                        .orShould()
                        .haveRawType(java.sql.Timestamp.class)
                        .because(
                                "they are mutable and forget their zone: keep an Instant or LocalDate, and convert where a library"
                                        + " asks for the other"),
                Planted.OldDate.class);
    }

    private static Rule noMutableStatics() {
        return Rule.of(
                "nothing static changes",
                fields().that()
                        .areStatic()
                        .and()
                        .doNotHaveModifier(JavaModifier.SYNTHETIC)
                        .should()
                        .beFinal()
                        .because("several services run in one JVM, each with its own context: keep state in a bean"),
                Planted.Counts.class);
    }

    private static ArchCondition<JavaClass> tellTheTimeOrGuess() {
        return tellTheTime()
                .or(callTo(
                        "UUID.randomUUID",
                        access -> access.getTargetOwner().isEquivalentTo(UUID.class)
                                && access.getName().equals("randomUUID")));
    }

    private static ArchCondition<JavaClass> tellTheTime() {
        return callTo(
                "the machine's clock",
                access ->
                        CLOCKS.stream().anyMatch(type -> access.getTargetOwner().isEquivalentTo(type))
                                        && access.getName().equals("now")
                                        && takesNoClock(access)
                                || access.getTargetOwner().isEquivalentTo(System.class)
                                        && access.getName().equals("currentTimeMillis"));
    }

    private static boolean takesNoClock(JavaAccess<?> access) {
        return access instanceof com.tngtech.archunit.core.domain.JavaCall<?> call
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static ArchCondition<JavaClass> callTo(String what, java.util.function.Predicate<JavaAccess<?>> isSuch) {
        return new ArchCondition<>("ask " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(isSuch)
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
            }
        };
    }

    private static DescribedPredicate<JavaClass> areFactsOrOrders() {
        return DescribedPredicate.describe(
                "are facts or orders of the rulebook",
                type -> type.getAllRawInterfaces().stream()
                        .filter(one -> resideInAnyPackage(RULEBOOKS).test(one))
                        .anyMatch(one -> Set.of(
                                        "StandardEvent",
                                        "GroupEvent",
                                        "EmployerEvent",
                                        "StandardCommand",
                                        "GroupCommand",
                                        "EmployerCommand")
                                .contains(one.getSimpleName())));
    }

    /** The sealed interfaces that group all orders and all facts: {@code StandardCommand}, {@code DraftEvent} and so on. */
    private static DescribedPredicate<JavaClass> areNotGroupsOfTheRulebook() {
        return DescribedPredicate.describe(
                "are not the rulebook's groups of orders or facts",
                type -> !(type.isInterface() && resideInAnyPackage(RULEBOOKS).test(type)));
    }
}
