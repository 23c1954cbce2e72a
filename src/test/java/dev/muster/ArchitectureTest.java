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

import com.tngtech.archunit.core.domain.JavaClass;
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
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may know whom. Directions point inward: the command line knows the stages, the stages know the words of the domain,
 * and the adapters know the ports. Two of these rules carry the promise: a planner cannot send, and the core has never heard
 * of HTTP.
 */
@AnalyzeClasses(packages = "dev.muster", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {
    private static final Set<String> MODEL = Set.of("model", "model.project", "model.text");
    private static final Set<String> REPORTED = Set.of(
            "plan",
            "plan.approval",
            "apply",
            "diff",
            "doubt",
            "lock",
            "audience",
            "outcome",
            "resolve",
            "template",
            "contacts",
            "diagnostic");

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

    /** What each room imports of the others; the rooms of the command line have rules of their own below. */
    private static final SortedMap<String, Set<String>> MAY_IMPORT = rooms();

    private static SortedMap<String, Set<String>> rooms() {
        var rooms = new TreeMap<String, Set<String>>();
        rooms.put("model", Set.of("model.text"));
        rooms.put("model.project", Set.of("model", "model.text"));
        rooms.put("model.text", Set.of());
        rooms.put("diagnostic", Set.of());
        rooms.put("number", Set.of());
        rooms.put("definition", with(Set.of("diagnostic"), MODEL));
        rooms.put("check", with(Set.of("check.message", "definition", "diagnostic"), MODEL));
        rooms.put("check.message", with(Set.of("definition", "template", "diagnostic"), MODEL));
        rooms.put("lock", with(Set.of("diagnostic"), MODEL));
        rooms.put("lock.format", with(Set.of("lock"), MODEL));
        rooms.put("lock.merge", with(Set.of("lock", "lock.format", "diagnostic"), MODEL));
        rooms.put("lock.file", with(Set.of("lock", "lock.format", "lock.merge", "diagnostic"), MODEL));
        rooms.put("lock.git", with(Set.of("lock", "lock.format", "lock.file", "diagnostic"), MODEL));
        rooms.put("lock.postgres", with(Set.of("lock", "lock.format", "lock.file", "diagnostic"), MODEL));
        rooms.put("git", Set.of("definition", "diagnostic", "lock", "lock.git", "plan"));
        rooms.put("diff", with(Set.of("lock"), MODEL));
        rooms.put("audience", with(Set.of("number"), MODEL));
        rooms.put("part", MODEL);
        rooms.put("template", with(Set.of("number", "diagnostic"), MODEL));
        rooms.put("resolve", with(Set.of("audience", "template", "part", "number", "diagnostic"), MODEL));
        rooms.put("doubt", with(Set.of("resolve", "lock", "diagnostic"), MODEL));
        rooms.put("policy", with(Set.of("resolve", "audience", "template", "lock", "diagnostic"), MODEL));
        rooms.put(
                "plan",
                with(
                        Set.of(
                                "diff",
                                "doubt",
                                "resolve",
                                "audience",
                                "template",
                                "part",
                                "policy",
                                "lock",
                                "diagnostic"),
                        MODEL));
        rooms.put("plan.approval", with(Set.of("plan", "resolve", "audience", "lock", "diagnostic"), MODEL));
        rooms.put("apply", with(Set.of("plan", "plan.approval", "lock", "number", "diagnostic"), MODEL));
        rooms.put("outcome", with(Set.of("doubt", "audience", "lock"), MODEL));
        rooms.put("contacts", with(Set.of("number", "diagnostic"), MODEL));
        rooms.put("report", with(REPORTED, MODEL));
        rooms.put("report.text", with(with(REPORTED, MODEL), Set.of("report")));
        for (var format : Set.of("report.html", "report.json", "report.markdown")) {
            rooms.put(format, with(with(REPORTED, MODEL), Set.of("report", "report.text")));
        }
        rooms.put("http", Set.of("diagnostic"));
        rooms.put(
                "seax", with(Set.of("http", "resolve", "apply", "outcome", "contacts", "number", "diagnostic"), MODEL));
        rooms.put("forge", Set.of("diagnostic"));
        rooms.put("forge.http", Set.of("forge", "http", "diagnostic"));
        rooms.put("sandbox.world", Set.of());
        rooms.put("sandbox.whatsapp", Set.of("sandbox.world"));
        rooms.put("sandbox.api", Set.of("sandbox.world", "sandbox.whatsapp"));
        rooms.put("sandbox.http", with(Set.of("sandbox.api", "sandbox.world"), MODEL));
        return rooms;
    }

    private static Set<String> with(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What every group of commands stands on; another group it may use only where this names it. */
    private static final Set<String> COMMAND_BASE = Set.of("cli.command", "cli.env", "cli.event", "cli.record");

    private static final Map<String, Set<String>> COMMAND_USES = Map.ofEntries(
            entry("cli.command", Set.of("cli.env")),
            entry("cli.env", Set.of()),
            entry("cli.event", Set.of("cli.command", "cli.env")),
            entry("cli.record", Set.of("cli.command", "cli.env")),
            entry("cli.apply", with(COMMAND_BASE, Set.of("cli.plan"))),
            entry("cli.send", with(COMMAND_BASE, Set.of("cli.plan"))),
            entry("cli.resolve", with(COMMAND_BASE, Set.of("cli.lock"))));

    /** Who may make clients, servers and stores: the wiring, and the few commands that are about one of them. */
    private static final Map<String, String> WIRED = Map.of(
            "cli.env", "the wiring",
            "cli", "the warm-up loads what a run needs",
            "cli.sandbox", "it starts the local SeaX",
            "cli.lock", "a merge joins two files, whatever store is set");

    private static final int MOST_CLASSES = 45;

    private static final Path CONTRIBUTING = Path.of("CONTRIBUTING.md");

    private static final String[] HOMES_OF_THE_OUTSIDE = {
        "dev.muster.cli..",
        "dev.muster.git..",
        "dev.muster.http..",
        "dev.muster.seax..",
        "dev.muster.sandbox..",
        "dev.muster.forge.http.."
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
    static void every_room_imports_only_what_its_place_allows(JavaClasses classes) {
        MAY_IMPORT.forEach(
                (name, allowed) -> onlyImports(name, allowed, "dev.muster..").check(classes));
    }

    private static ArchRule onlyImports(String name, Set<String> allowed, String among) {
        var known = Stream.concat(Stream.of(name), allowed.stream())
                .map(ArchitectureTest::named)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(named(name))
                .should()
                .dependOnClassesThat(resideInAPackage(among).and(not(resideInAnyPackage(known))))
                .because("design: " + name + " imports " + allowed);
    }

    private static String named(String room) {
        return "dev.muster." + room;
    }

    @ArchTest
    static void every_package_has_a_place(JavaClasses classes) {
        assertThat(rooms(classes).filter(room -> !room.isEmpty() && !isOfTheCommandLine(room)))
                .isSubsetOf(MAY_IMPORT.keySet());
    }

    @ArchTest
    static void a_group_of_commands_uses_another_only_where_it_is_named(JavaClasses classes) {
        rooms(classes)
                .filter(room -> room.startsWith("cli."))
                .forEach(room -> onlyImports(room, COMMAND_USES.getOrDefault(room, COMMAND_BASE), "dev.muster.cli..")
                        .check(classes));
    }

    @ArchTest
    static void only_the_wiring_knows_clients_servers_and_stores(JavaClasses classes) {
        var others = rooms(classes)
                .filter(ArchitectureTest::isOfTheCommandLine)
                .filter(room -> !WIRED.containsKey(room))
                .map(ArchitectureTest::named)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(others)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.muster.seax..",
                        "dev.muster.sandbox..",
                        "dev.muster.lock.file",
                        "dev.muster.lock.git",
                        "dev.muster.lock.postgres")
                .check(classes);
    }

    /** A received file is left beside the page when it is stale. */
    @ArchTest
    static void the_map_for_contributors_is_what_these_rules_allow(JavaClasses classes) throws IOException {
        var page = Files.readString(CONTRIBUTING);
        int begin = page.indexOf('\n', page.indexOf("<!-- rooms")) + 1;
        var expected = page.substring(0, begin) + map() + page.substring(page.indexOf("<!-- end of rooms"));
        var received = Path.of("CONTRIBUTING.received.md");
        if (page.equals(expected)) {
            Files.deleteIfExists(received);
        } else {
            Files.writeString(received, expected);
        }
        assertThat(page).as("mv %s %s", received, CONTRIBUTING).isEqualTo(expected);
    }

    private static String map() throws IOException {
        var rows = new StringBuilder("| package | what it is | imports |\n|---|---|---|\n");
        for (var room : MAY_IMPORT.entrySet()) {
            rows.append("| `%s` | %s | %s |\n"
                    .formatted(
                            room.getKey(), purpose(room.getKey()), String.join(", ", new TreeSet<>(room.getValue()))));
        }
        return rows.toString();
    }

    /** The first sentence of a package's comment. */
    private static String purpose(String room) throws IOException {
        var source = Files.readString(Path.of("src/main/java/dev/muster", room.replace('.', '/'), "package-info.java"));
        var comment = source.substring(source.indexOf("/**") + 3, source.indexOf("*/"));
        return comment.replaceAll("\\s*\\n \\* ?", " ")
                .strip()
                .replaceFirst("(?s)\\.(\\s.*)?$", "")
                .replaceAll("\\{@(?:code|link) (?:dev\\.muster\\.[a-z.]*)?([^}]+)}", "`$1`");
    }

    private static Stream<String> rooms(JavaClasses classes) {
        return classes.stream()
                .map(type -> type.getPackageName().replaceFirst("^dev\\.muster\\.?", ""))
                .distinct();
    }

    private static boolean isOfTheCommandLine(String room) {
        return room.equals("cli") || room.startsWith("cli.");
    }

    @ArchTest
    static final ArchRule there_are_no_cycles_of_stations =
            slices().matching("dev.muster.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule there_are_no_cycles_of_rooms =
            slices().matching("dev.muster.(**)").should().beFreeOfCycles();

    @ArchTest
    static void no_room_is_crowded(JavaClasses classes) {
        var crowded =
                topLevel(classes).collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(crowded)
                .allSatisfy((room, number) -> assertThat(number).as(room).isLessThanOrEqualTo(MOST_CLASSES));
    }

    @ArchTest
    static void no_simple_name_stands_in_two_rooms(JavaClasses classes) {
        assertThat(topLevel(classes).map(JavaClass::getSimpleName)).doesNotHaveDuplicates();
    }

    private static Stream<JavaClass> topLevel(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"));
    }

    @ArchTest
    static final ArchRule what_is_thrown_is_called_an_exception =
            classes().that().areAssignableTo(Throwable.class).should().haveSimpleNameEndingWith("Exception");

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
            .haveNameMatching("dev\\.muster\\.cli\\.forge\\..*")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.(ProcessBuilder|Runtime)|dev\\.muster\\.git\\..*");

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
            .haveNameNotMatching("dev\\.muster\\.lock\\.postgres\\..*")
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
