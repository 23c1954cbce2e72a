package dev.muster;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.muster.apply.CampaignSender;
import dev.muster.apply.MessageApplier;
import dev.muster.apply.MessageSender;
import dev.muster.apply.ReceiptLabels;
import dev.muster.lock.file.LocalDisk;
import dev.muster.model.LabelName;
import dev.muster.model.MessageEndpoint;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may know whom. Directions point inward: the command line knows the stages, the stages know the words of the domain,
 * and the adapters know the ports. Two of these rules carry the promise: a planner cannot send, and the core has never heard
 * of HTTP.
 */
@AnalyzeClasses(packages = "dev.muster", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {
    /** Everything but what lies where this test does, wherever a build puts the tests. */
    static final class WithoutTests implements ImportOption {
        private static final String TESTS = ArchitectureTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();

        @Override
        public boolean includes(Location location) {
            return !location.contains(TESTS);
        }
    }

    /** Each package's own imports; whoever is missing here may import nothing of Muster. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry("model", Set.of()),
            entry("diagnostic", Set.of()),
            entry("number", Set.of()),
            entry("definition", Set.of("model", "diagnostic")),
            entry("check", Set.of("definition", "model", "diagnostic")),
            entry("lock", Set.of("model", "diagnostic")),
            entry("diff", Set.of("lock", "model")),
            entry("doubt", Set.of("resolve", "lock", "model", "diagnostic")),
            entry("resolve", Set.of("audience", "number", "model", "diagnostic")),
            entry("audience", Set.of("number", "model")),
            entry("policy", Set.of("diff", "resolve", "audience", "lock", "model", "diagnostic")),
            entry("plan", Set.of("diff", "doubt", "resolve", "audience", "policy", "lock", "model", "diagnostic")),
            entry("apply", Set.of("plan", "lock", "number", "model", "diagnostic")),
            entry("outcome", Set.of("doubt", "audience", "lock", "model")),
            entry("contacts", Set.of("number", "model", "diagnostic")),
            entry(
                    "report",
                    Set.of(
                            "plan",
                            "apply",
                            "diff",
                            "doubt",
                            "lock",
                            "audience",
                            "outcome",
                            "resolve",
                            "contacts",
                            "model",
                            "diagnostic")),
            entry("seax", Set.of("resolve", "apply", "outcome", "contacts", "number", "model", "diagnostic")),
            entry("forge", Set.of("seax", "diagnostic")),
            entry("sandbox", Set.of("model")));

    private static final String[] HOMES_OF_THE_OUTSIDE = {
        "dev.muster.cli..", "dev.muster.seax..", "dev.muster.sandbox..", "dev.muster.forge.http.."
    };

    /** What gives another answer each time or on each machine, and what ends or holds up the process. */
    private static final Set<String> AMBIENT = Set.of(
            "java.lang.Math.random()",
            "java.lang.System.currentTimeMillis()",
            "java.lang.System.exit(int)",
            "java.lang.System.getenv()",
            "java.lang.System.getenv(java.lang.String)",
            "java.lang.System.getProperty(java.lang.String)",
            "java.lang.System.nanoTime()",
            "java.lang.Thread.sleep(long)",
            "java.time.Clock.systemDefaultZone()",
            "java.time.Clock.systemUTC()",
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.time.ZoneId.systemDefault()",
            "java.time.ZonedDateTime.now()",
            "java.util.Locale.getDefault()",
            "java.util.UUID.randomUUID()");

    @ArchTest
    static void every_package_imports_only_what_its_place_allows(JavaClasses classes) {
        MAY_IMPORT.forEach((name, allowed) -> onlyImports(name, allowed).check(classes));
    }

    private static ArchRule onlyImports(String name, Set<String> allowed) {
        var known = Stream.concat(Stream.of(name), allowed.stream())
                .map(other -> "dev.muster." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("dev.muster." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.muster..").and(not(resideInAnyPackage(known))))
                .allowEmptyShould(true)
                .because("design: " + name + " imports " + allowed);
    }

    @ArchTest
    static void every_package_has_a_place(JavaClasses classes) {
        assertThat(classes.stream()
                        .map(type -> type.getPackageName().replaceFirst("^dev\\.muster\\.?", ""))
                        .map(name -> name.replaceFirst("\\..*", "")))
                .isSubsetOf(Stream.concat(MAY_IMPORT.keySet().stream(), Stream.of("", "cli"))
                        .toList());
    }

    @ArchTest
    static final ArchRule there_are_no_cycles =
            slices().matching("dev.muster.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_those_who_send_know_the_sender = noClasses()
            .that()
            .resideOutsideOfPackages("dev.muster.apply..", "dev.muster.seax..", "dev.muster.cli..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(CampaignSender.class);

    @ArchTest
    static final ArchRule only_those_who_send_know_what_makes_labels = noClasses()
            .that()
            .resideOutsideOfPackages("dev.muster.apply..", "dev.muster.seax..", "dev.muster.cli..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ReceiptLabels.class);

    @ArchTest
    static void there_is_one_call_site_of_what_makes_labels(JavaClasses classes) {
        assertThat(classes.get(ReceiptLabels.class)
                        .getMethod("take", LabelName.class, String.class)
                        .getCallsOfSelf())
                .hasSize(1)
                .allMatch(call -> call.getOriginOwner().getPackageName().equals("dev.muster.apply"));
    }

    @ArchTest
    static void there_is_one_call_site_of_the_post(JavaClasses classes) {
        assertThat(classes.get(CampaignSender.class)
                        .getMethod("post", String.class)
                        .getCallsOfSelf())
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(call -> call.getOriginOwner().getPackageName().equals("dev.muster.apply"));
    }

    /** A planner cannot message one person either. */
    @ArchTest
    static final ArchRule only_those_who_send_know_what_messages_one_person = noClasses()
            .that()
            .resideOutsideOfPackages("dev.muster.apply..", "dev.muster.seax..", "dev.muster.cli..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(MessageSender.class);

    @ArchTest
    static void there_is_one_call_site_of_a_single_message(JavaClasses classes) {
        assertThat(classes.get(MessageSender.class)
                        .getMethod("post", MessageEndpoint.class, String.class)
                        .getCallsOfSelf())
                .hasSize(1)
                .allMatch(call -> call.getOriginOwner().isEquivalentTo(MessageApplier.class));
    }

    @ArchTest
    static final ArchRule only_the_command_line_knows_the_adapters = noClasses()
            .that()
            .resideOutsideOfPackages(HOMES_OF_THE_OUTSIDE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.muster.seax..", "dev.muster.sandbox..");

    @ArchTest
    static final ArchRule the_core_has_never_heard_of_http = noClasses()
            .that()
            .resideOutsideOfPackages(HOMES_OF_THE_OUTSIDE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "kong.unirest..", "com.sun.net.httpserver..");

    /** Their token is in the environment, and a child would get it. */
    @ArchTest
    static final ArchRule who_writes_to_a_forge_starts_no_program = noClasses()
            .that()
            .resideInAPackage("dev.muster.forge..")
            .or()
            .haveNameMatching(
                    "dev\\.muster\\.cli\\.(Comment|Alarm)Command|.*\\.(ForgeOptions|PipelineVariables|ResultFiles)")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.(ProcessBuilder|Runtime)|dev\\.muster\\.cli\\.Git.*");

    @ArchTest
    static final ArchRule surroundings_are_parameters = noClasses()
            .that()
            .resideOutsideOfPackages(HOMES_OF_THE_OUTSIDE)
            .should()
            .callMethodWhere(describe(
                    "it asks the surroundings",
                    call -> AMBIENT.contains(call.getTarget().getFullName())))
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in");

    @ArchTest
    static final ArchRule the_record_touches_the_disk_in_one_place = noClasses()
            .that()
            .resideInAPackage("dev.muster.lock..")
            .and()
            .doNotBelongToAnyOf(LocalDisk.class)
            .should()
            .dependOnClassesThat(belongToAnyOf(Files.class, FileChannel.class));

    /** Neither the driver nor the database classes of Java are loaded where the record is kept elsewhere. */
    @ArchTest
    static final ArchRule only_the_postgresql_store_knows_databases = noClasses()
            .that()
            .haveNameNotMatching("dev\\.muster\\.lock\\.Postgres.*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..");

    @ArchTest
    static final ArchRule packages_are_named_for_what_they_are_about = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..common..", "..service..", "..manager..", "..impl..", "..helper..");

    @ArchTest
    static final ArchRule classes_are_named_for_what_they_are =
            classes().should().haveNameNotMatching(".*(Manager|Service|Util|Utils|Impl|Data|Info|Helper)(\\$.*)?");
}
