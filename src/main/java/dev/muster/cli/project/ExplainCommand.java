package dev.muster.cli.project;

import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.ExitCode;
import dev.muster.definition.Quoted;
import dev.muster.definition.Suggestions;
import dev.muster.diagnostic.Rule;
import dev.muster.diagnostic.UsageException;
import dev.muster.report.Listing;
import dev.muster.report.text.RuleText;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster explain RULE}: what harm a finding means and what to do; without a rule, every rule in a line. */
@Command(name = "explain", description = "Say what a rule means and what to do. Without RULE, list every rule.")
public final class ExplainCommand implements Callable<Integer> {
    private static final int MOST_SUGGESTIONS = 5;

    @ParentCommand
    private RootCommand root;

    @Parameters(
            arity = "0..1",
            paramLabel = "RULE",
            completionCandidates = Ids.class,
            description = "The words in brackets at the end of a finding, such as audience/nobody.")
    private @Nullable String rule;

    static final class Ids implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ids().iterator();
        }
    }

    @Override
    public Integer call() {
        var session = root.session();
        var rules = rule == null ? Rule.all() : List.of(find(rule));
        session.console()
                .product(session.json() ? json(rules) : rule == null ? list(rules) : RuleText.of(rules.get(0)));
        return ExitCode.OK.number();
    }

    private static Stream<String> ids() {
        return Rule.all().stream().map(Rule::id);
    }

    /** With the brackets of a finding, too. */
    private static Rule find(String typed) {
        var id = typed.replaceAll("^\\[|\\]$", "");
        return Rule.of(id).orElseThrow(() -> new UsageException("there is no rule " + Quoted.of(typed) + nearest(id)));
    }

    /** The rules whose id has the typed word in it, else the one that the fewest changed letters lead to. */
    private static String nearest(String typed) {
        var word = typed.substring(typed.lastIndexOf('/') + 1);
        var alike = ids().filter(id -> !word.isEmpty() && id.contains(word))
                .limit(MOST_SUGGESTIONS)
                .toList();
        var near =
                alike.isEmpty() ? Suggestions.to(typed, ids().toList()).stream().toList() : alike;
        return near.isEmpty()
                ? "; `muster explain` lists all"
                : near.stream().collect(Collectors.joining("`, `", "; did you mean `", "`?"));
    }

    private static String list(List<Rule> rules) {
        var rows = rules.stream()
                .map(rule ->
                        List.of(rule.id(), rule.severity().label(), rule.means().split("(?<=\\.) ", 2)[0]))
                .toList();
        return new Listing("rules", List.of("rule", "severity", "means"), rows).text();
    }

    private static String json(List<Rule> rules) {
        var rows = rules.stream()
                .map(rule -> List.of(rule.id(), rule.severity().label(), rule.means(), rule.mend()))
                .toList();
        return new Listing("rules", List.of("rule", "severity", "means", "help"), rows).json();
    }
}
