package dev.muster.cli.send;

import dev.muster.cli.command.KeyConverter;
import dev.muster.cli.command.RootCommand;
import dev.muster.cli.plan.PolicyOption;
import dev.muster.diagnostic.UsageException;
import dev.muster.model.CampaignKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code muster send}: one message to one person, recorded as carefully as a campaign. */
@Command(
        name = "send",
        description = "Send one message to one person, or a campaign's message to a test recipient. Cannot be undone."
                + " Exits with 6 when it is not known whether it arrived.")
public final class SendCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Option(names = "--from", paramLabel = "SENDER", description = "The sender's name or number.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "NUMBER",
            required = true,
            description = "The recipient's number in E.164 form, such as +15550100199.")
    private String to = "";

    @Option(names = "--text", paramLabel = "TEXT", description = "What the person reads.")
    private @Nullable String text;

    @Option(
            names = "--media",
            paramLabel = "URL",
            description = "An https address of a picture or document; repeatable.")
    private List<String> media = List.of();

    @Option(
            names = "--campaign",
            paramLabel = "KEY",
            converter = KeyConverter.class,
            description = "Instead of --text: this campaign's message, to one of the project's `test_recipients`.")
    private @Nullable CampaignKey campaign;

    @Option(names = "--confirm", paramLabel = "1", description = "Send without asking: the number of messages, 1.")
    private @Nullable Integer confirm;

    @Option(names = "--again", description = "Send the same text to the same number once more.")
    private boolean again;

    @Option(
            names = "--despite-warnings",
            description = "Send the message although --confirm was given before its warnings were seen.")
    private boolean despiteWarnings;

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Override
    public Integer call() {
        if ((text == null) == (campaign == null)) {
            throw new UsageException("say what to send: --text TEXT, or --campaign KEY for a test");
        }
        var session = root.session();
        var judged = policy.definitions(session);
        judged.notes().forEach(note -> session.console().comment(note.message()));
        var definitions = judged.definitions();
        var settings = session.settings(definitions.project(), policy.trust());
        var draft = campaign == null
                ? SingleDraft.written(Optional.ofNullable(from), to, String.valueOf(text), media)
                : SingleDraft.test(definitions, campaign, Optional.ofNullable(from), to, media);
        try (var connection = session.connect(settings)) {
            var consent = new SendOperation.Consent(Optional.ofNullable(confirm), again, despiteWarnings);
            var clearance = new SendPreconditions(settings, connection.workspace(), definitions);
            return new SendOperation(session, settings, connection, clearance)
                    .run(draft, consent)
                    .number();
        }
    }
}
