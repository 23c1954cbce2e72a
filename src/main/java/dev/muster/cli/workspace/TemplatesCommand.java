package dev.muster.cli.workspace;

import dev.muster.cli.command.Listings;
import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.ExitCode;
import dev.muster.diagnostic.UsageException;
import dev.muster.model.Phone;
import dev.muster.model.Template;
import dev.muster.report.SenderTemplates;
import dev.muster.report.json.TemplatesJson;
import dev.muster.report.text.TemplatesText;
import dev.muster.resolve.Workspace;
import dev.muster.template.TemplateCard;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster templates [NAME]}: the approved templates that campaigns by numbers can name, and why others cannot be used. */
@Command(name = "templates", description = "List the templates of each sender and what fills them.")
public final class TemplatesCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "Only the template of this name, in all of its languages, with a sample.")
    private @Nullable String name;

    @Override
    public Integer call() {
        var session = root.session();
        var settings = session.settings(session.project());
        try (var connection = session.connect(settings)) {
            var workspace = connection.workspace();
            Listings.require(workspace.capabilities().templates(), "templates");
            var senders = senders(workspace);
            session.console()
                    .product(session.json() ? TemplatesJson.of(senders) : TemplatesText.of(senders, name != null));
            return ExitCode.OK.number();
        }
    }

    private List<SenderTemplates> senders(Workspace workspace) {
        var senders = workspace.phones().stream()
                .filter(TemplatesCommand::isWhatsapp)
                .sorted(Comparator.comparing(Phone::name).thenComparing(Phone::id))
                .map(phone -> new SenderTemplates(phone, cards(workspace.templates(phone))))
                .toList();
        if (name != null && senders.stream().allMatch(sender -> sender.cards().isEmpty())) {
            throw new UsageException("no sender has a template " + name + "; `muster templates` lists them all");
        }
        return senders;
    }

    /** Where SeaX does not say so, a sender may be one. */
    private static boolean isWhatsapp(Phone phone) {
        return phone.enabled() && !phone.number().isBlank() && phone.whatsapp().orElse(true);
    }

    private List<TemplateCard> cards(List<Template> templates) {
        return templates.stream()
                .filter(template -> name == null || template.name().equals(name))
                .sorted(Comparator.comparing(Template::name)
                        .thenComparing(Template::language)
                        .thenComparing(Template::id))
                .map(TemplateCard::of)
                .toList();
    }
}
