package dev.muster.check;

import dev.muster.definition.AudienceDefinition;
import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.ProjectDefinition.Policy;
import dev.muster.definition.Quoted;
import dev.muster.diagnostic.AudienceRule;
import dev.muster.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * No label is both included and excluded. Exclusion wins, so such an audience reaches fewer people than its author
 * believes, and usually nobody.
 */
final class NobodyIncludedAndExcluded implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        var inheritance = new Inheritance(documents);
        var always = documents
                .inProject(Policy.class)
                .flatMap(policy -> policy.texts("alwaysExclude"))
                .orElse(List.of());
        return documents
                .blocks(AudienceDefinition.class)
                .flatMap(audience -> inheritance.united(audience).stream())
                .flatMap(audience -> Stream.of("any", "all").flatMap(list -> findings(audience, list, always)))
                .toList();
    }

    private static Stream<Diagnostic> findings(Block<AudienceDefinition> audience, String list, List<String> always) {
        var included = audience.texts(list).orElse(List.of());
        var excluded = audience.texts("exclude").orElse(List.of());
        return IntStream.range(0, included.size())
                .filter(i -> excluded.contains(included.get(i)) || always.contains(included.get(i)))
                .mapToObj(i -> AudienceRule.INCLUDED_AND_EXCLUDED.at(
                        audience.at(list + "." + i),
                        Quoted.of(included.get(i)) + " is included by `" + list + "` and excluded by "
                                + (excluded.contains(included.get(i))
                                        ? "`exclude`"
                                        : "the project's `always_exclude`")));
    }
}
