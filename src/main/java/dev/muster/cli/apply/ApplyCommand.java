package dev.muster.cli.apply;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.DigestConverter;
import dev.muster.cli.command.HasOutputFormat;
import dev.muster.cli.command.KeyConverter;
import dev.muster.cli.command.OutputFormat;
import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.cli.event.EventStream;
import dev.muster.cli.event.HasEventStream;
import dev.muster.cli.event.WebhookOption;
import dev.muster.cli.plan.PlanFile;
import dev.muster.cli.plan.PolicedDefinitions;
import dev.muster.cli.plan.PolicyOption;
import dev.muster.cli.plan.PreparedPlan;
import dev.muster.diagnostic.UsageException;
import dev.muster.model.CampaignKey;
import dev.muster.model.Sha256;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.plan.approval.Approval;
import dev.muster.plan.approval.SavedPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster apply}: plans again, holds the approval against it, and sends what is new. */
@Command(name = "apply", description = "Send what the plan shows, once, and record it. Cannot be undone.")
public final class ApplyCommand implements Callable<Integer>, HasOutputFormat, HasEventStream {
    @ParentCommand
    private RootCommand root;

    @Parameters(paramLabel = "PLAN_FILE", arity = "0..1", description = "A plan saved with `muster plan -o`.")
    private @Nullable Path file;

    @Option(
            names = "--only",
            paramLabel = "KEY",
            converter = KeyConverter.class,
            description = "Only this campaign; may be given several times.")
    private List<CampaignKey> only = List.of();

    @Option(
            names = "--confirm",
            paramLabel = "MESSAGES",
            description = "Exactly the number of messages that the plan shows.")
    private @Nullable Long confirm;

    @Option(
            names = "--expect",
            paramLabel = "DIGEST",
            converter = DigestConverter.class,
            description = "The digest that was reviewed.")
    private @Nullable Sha256 expect;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, markdown or json (default: text).")
    private @Nullable OutputFormat format;

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Mixin
    private WebhookOption webhook = new WebhookOption();

    @Override
    public Integer call() {
        var session = root.session();
        if (file != null && !only.isEmpty()) {
            throw new UsageException("a plan file says which campaigns it is about: leave out --only, or the file");
        }
        var saved = Optional.ofNullable(file).map(session::path).map(PlanFile::read);
        var judged = policy.definitions(session);
        var settings = session.settings(judged.definitions().project(), policy.trust());
        try (var connection = session.connect(settings);
                var events = events(session, settings.name(), connection)) {
            return events.upTo(() ->
                    apply(session, judged, settings, connection, saved, events).number());
        }
    }

    private ExitCode apply(
            CommandContext session,
            PolicedDefinitions judged,
            WorkspaceSettings settings,
            WorkspaceClient connection,
            Optional<SavedPlan> saved,
            EventStream events) {
        var keys = saved.map(SavedPlan::keys).orElse(only);
        var planning =
                PreparedPlan.of(session, judged, settings, PreparedPlan.Reach.of(connection), keys, Optional.empty());
        return new ApplyOperation(session, planning, connection, ApplyOutput.of(session, session.format(this), events))
                .run(new Approval(saved, Optional.ofNullable(expect), confirmed()));
    }

    private EventStream events(CommandContext session, String workspace, WorkspaceClient connection) {
        boolean printed = session.format(this) == OutputFormat.JSON;
        return new EventStream(
                session.console(),
                connection.clock(),
                workspace,
                printed,
                webhook.open(session.surroundings(), session.console()));
    }

    @Override
    public boolean isStream() {
        return true;
    }

    @Override
    public Optional<OutputFormat> format() {
        return Optional.ofNullable(format);
    }

    private OptionalLong confirmed() {
        return confirm == null ? OptionalLong.empty() : OptionalLong.of(confirm);
    }
}
