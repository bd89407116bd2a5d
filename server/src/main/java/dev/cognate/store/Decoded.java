package dev.cognate.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/**
 * What was decoded from stored documents, one for each key: a document that has not changed since is read again, and not
 * decoded again, which costs ten times as much. Nothing here can be out of date. Safe for use by many threads.
 *
 * @param <K> tells the documents apart
 * @param <S> a document as it is stored; equal when it has not changed
 * @param <V> what it says; shared by all who ask, so it must never change
 */
public final class Decoded<K, S, V> {
    private final Cache<K, Entry<S, V>> entries;
    private final Function<S, V> decoder;

    /** Remembers at most so many, and fewer when memory is short. */
    public Decoded(int most, Function<S, V> decoder) {
        this.entries = Caffeine.newBuilder()
                .maximumSize(most)
                .softValues()
                .executor(Runnable::run)
                .build();
        this.decoder = decoder;
    }

    private record Entry<S, V>(S stored, V value) {}

    /** What the document of a key says. */
    public V of(K key, S stored) {
        Entry<S, V> known = entries.getIfPresent(key);
        if (known != null && known.stored.equals(stored)) {
            return known.value;
        }
        V value = decoder.apply(stored);
        entries.put(key, new Entry<>(stored, value));
        return value;
    }
}
