package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.ProjectDefinition.Lock;
import dev.muster.definition.ProjectDefinition.Store;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.ProjectRule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A key of another store would have no effect: who writes {@code branch} believes that the lock is shared. */
final class LockKeysFitStore implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(Lock.class)
                .filter(lock -> lock.isBound("store"))
                .flatMap(LockKeysFitStore::strays)
                .toList();
    }

    private static Stream<Diagnostic> strays(Block<Lock> lock) {
        var chosen = lock.part("store", Store.class).orElse(Store.FILE);
        return Stream.of(Store.values())
                .filter(store -> store != chosen)
                .flatMap(store -> components(store)
                        .filter(component -> lock.part(component, Object.class).isPresent())
                        .map(component -> stray(lock, lock.key(component), store)));
    }

    private static Stream<String> components(Store store) {
        return switch (store) {
            case FILE -> Stream.of("acceptLossInCi");
            case GIT -> Stream.of("branch", "remote");
            case POSTGRES -> Stream.of("urlEnv", "schema");
        };
    }

    private static Diagnostic stray(Block<Lock> lock, String key, Store store) {
        var needed = "`store: " + store.name().toLowerCase(Locale.ROOT) + "`";
        return ProjectRule.LOCK_KEY_OF_ANOTHER_STORE.at(
                lock.at(key), "`" + key + "` belongs to " + needed, "write " + needed + ", or remove the key");
    }
}
