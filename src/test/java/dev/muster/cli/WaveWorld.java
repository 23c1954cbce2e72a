package dev.muster.cli;

import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.cli.env.ShutdownHandler;
import dev.muster.cli.env.WorkspaceClientFactory;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.sandbox.world.InitialState;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.sandbox.world.ServerVariant;
import dev.muster.testing.Chance;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A small workspace in which a campaign goes out in three waves while people spoil whatever its plan could rely on: they take
 * receipt labels away and give them to others, rename, delete and remake them, delete people and import them anew. Who was
 * messaged is taken from the sandbox's ledger.
 */
final class WaveWorld implements AutoCloseable {
    private static final Instant MORNING = Instant.parse("2026-11-30T09:00:00Z");
    private static final Pattern MESSAGES = Pattern.compile("To send: {2}muster apply --confirm ([0-9]+)");
    private static final int ROWS = 160;

    private final Path folder;
    private final Chance chance;
    private final Sandbox sandbox;
    private final Map<String, Set<String>> reached = new TreeMap<>();
    private final List<String> told = new ArrayList<>();
    private final Set<String> noted = new HashSet<>();
    private final WorkspaceClientFactory connector;
    private int made;

    WaveWorld(Path folder, long seed) {
        this.folder = folder;
        this.chance = new Chance(seed);
        this.sandbox = Sandbox.start(
                folder.resolve("campaigns/.muster/sandbox"),
                new InitialState(MORNING, ROWS),
                chance.below(4) == 0
                        ? SandboxOptions.standard().with(ServerVariant.AttachLabels.NEVER)
                        : SandboxOptions.standard(),
                0);
        this.connector = new StoryConnector(sandbox);
        write("campaigns/muster.yaml", """
                kind: project
                default_workspace: sandbox
                workspaces:
                  sandbox:
                    sandbox: {clock: 2026-11-30T09:00:00Z}
                    receipt_labels: true
                defaults: {senders: [Sales Line]}
                policy: {always_exclude: [DNC, unsubscribed], require_opt_in: [whatsapp_opt_in], us_marketing: allow}
                """);
        write("campaigns/news.yaml", """
                kind: campaign
                key: news
                name: News
                audience: {all: [whatsapp_opt_in]}
                message: {text: "Our December newsletter is out. Read it here: https://example.com/news"}
                schedule: immediately
                acknowledge: {audience/same-person-twice: "the rows of one person are what this is about"}
                waves:
                  - only: [vip]
                  - {only: [newsletter], after: PT1H, may_be_empty: true}
                  - {after: PT1H}
                """);
    }

    /** Applies, lets everything end and spoils what it can, in more rounds than there are waves. */
    void play() {
        for (int round = 0; round < 6; round++) {
            apply();
            sandbox.advance(Duration.ofHours(2));
            int changes = chance.below(5);
            for (int change = 0; change < changes; change++) {
                spoil();
            }
        }
    }

    /** The numbers that each wave reached, by the campaign's id on SeaX. */
    Map<String, Set<String>> reached() {
        return reached;
    }

    /** What was done, for somebody who has to find out. */
    String told() {
        return String.join("\n", told);
    }

    private void apply() {
        var plan = desk("plan");
        var messages = MESSAGES.matcher(plan.out());
        if (messages.find()) {
            var applied = desk("apply", "--confirm", messages.group(1));
            told.add("apply " + messages.group(1) + " -> " + applied.code());
            if (applied.code() != 0) {
                told.add(applied.out() + applied.err());
            }
        } else {
            told.add("plan -> " + plan.code() + " " + plan.out() + plan.err());
        }
        note();
    }

    /** The ledger counts by today's numbers, so it is read after every send. */
    private void note() {
        sandbox.ledger()
                .people()
                .forEach((number, campaigns) -> campaigns.keySet().forEach(campaign -> {
                    if (!noted.contains(campaign)) {
                        reached.computeIfAbsent(campaign, none -> new HashSet<>())
                                .add(number);
                    }
                }));
        noted.addAll(reached.keySet());
    }

    private Workstation.Said desk(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(
                arguments,
                new ProgramEnvironment(
                        new BufferedReader(new StringReader("")),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of("USER", "ada"),
                        folder,
                        false,
                        Clock.fixed(sandbox.now(), ZoneOffset.UTC),
                        () -> "00000000-0000-4000-8000-%012d".formatted(++made),
                        connector,
                        new ShutdownHandler()));
        return new Workstation.Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void spoil() {
        var receipts = receipts();
        var receipt = receipts.isEmpty() ? "vip" : chance.oneOf(receipts);
        switch (chance.below(9)) {
            case 0, 1 -> some(receipt).forEach(contact -> detach(contact, receipt));
            case 2 -> some("whatsapp_opt_in").forEach(contact -> attach(contact, receipt));
            case 3 -> rename(receipt);
            case 4 -> delete(receipt);
            case 5 -> remake();
            case 6 -> some("whatsapp_opt_in").forEach(this::deleteAndImportAnew);
            case 7 -> some("whatsapp_opt_in").forEach(contact -> attach(contact, "newsletter"));
            default -> some("vip").forEach(contact -> detach(contact, "vip"));
        }
    }

    private List<String> receipts() {
        return List.of("muster/news/1", "muster/news/2", "muster/news/3").stream()
                .filter(this::exists)
                .toList();
    }

    private boolean exists(String label) {
        try {
            sandbox.labelId(label);
            return true;
        } catch (IllegalArgumentException gone) {
            return false;
        }
    }

    private List<String> some(String label) {
        var all = exists(label) ? sandbox.contactIds(label) : List.<String>of();
        return all.isEmpty() ? all : chance.some(all, 12).stream().distinct().toList();
    }

    private void attach(String contact, String label) {
        told.add("attach " + label + " to " + contact);
        sandbox.attachLabel(contact, label);
    }

    private void detach(String contact, String label) {
        told.add("detach " + label + " from " + contact);
        sandbox.detachLabel(contact, label);
    }

    private void rename(String label) {
        if (label.startsWith("muster/")) {
            told.add("rename " + label);
            sandbox.renameLabel(label, "renamed " + ++made);
        }
    }

    private void delete(String label) {
        if (label.startsWith("muster/")) {
            told.add("delete " + label);
            sandbox.deleteLabel(label);
        }
    }

    /** Somebody makes a label of the name that is missing. */
    private void remake() {
        List.of("muster/news/1", "muster/news/2").stream()
                .filter(label -> !exists(label) && reached.size() >= Integer.parseInt(label.substring(12)))
                .forEach(label -> {
                    told.add("create " + label);
                    sandbox.createLabel(label);
                });
    }

    private void deleteAndImportAnew(String contact) {
        var number = sandbox.forgetContact(contact);
        if (number.isPresent()) {
            told.add("delete and import " + contact);
            var file = "people-" + ++made + ".csv";
            write(file, "name,phone,labels\nSomeone," + number.get() + ",\"whatsapp_opt_in,newsletter\"\n");
            var said = desk("contacts", "import", file, "--confirm", "1");
            told.add("import -> " + said.code() + " " + (said.code() == 0 ? "" : said.out() + said.err()));
        }
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
