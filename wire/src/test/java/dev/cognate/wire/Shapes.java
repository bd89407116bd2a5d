package dev.cognate.wire;

import dev.cognate.wire.model.SignUpRequest;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All generated classes, and instances of the records among them. */
final class Shapes {

    private Shapes() {}

    /** All structures that are no errors. */
    static List<Class<? extends Record>> records() {
        List<Class<? extends Record>> records = new ArrayList<>();
        for (Class<?> type : classes("model")) {
            if (type.isRecord()) {
                records.add(type.asSubclass(Record.class));
            }
        }
        return records;
    }

    /** All errors. */
    static List<Class<? extends Fault>> faults() {
        List<Class<? extends Fault>> faults = new ArrayList<>();
        for (Class<?> type : classes("fault")) {
            faults.add(type.asSubclass(Fault.class));
        }
        return faults;
    }

    private static List<Class<?>> classes(String room) {
        try {
            Path root = Path.of(SignUpRequest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files =
                    Files.list(root.resolve("dev/cognate/wire").resolve(room))) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
                        .sorted()
                        .<Class<?>>map(name -> load("dev.cognate.wire." + room + "." + name.replace(".class", "")))
                        .toList();
            }
        } catch (IOException | URISyntaxException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException failure) {
            throw new LinkageError(failure.getMessage(), failure);
        }
    }

    /** The way to read a structure of that type. */
    static <T extends Record> JsonInput.Reader<T> reader(Class<T> type) {
        try {
            var read = type.getMethod("read", JsonInput.class, dev.cognate.wire.Path.class, Violations.class);
            return (in, at, violations) -> type.cast(invoke(() -> read.invoke(null, in, at, violations)));
        } catch (NoSuchMethodException failure) {
            throw new LinkageError(failure.getMessage(), failure);
        }
    }

    /** A record whose components are what the function makes of them. */
    static <T extends Record> T filled(Class<T> type, Function<RecordComponent, @Nullable Object> values) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable Object[] arguments = Stream.of(components).map(values).toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            return type.cast(invoke(() -> constructor.newInstance(arguments)));
        } catch (NoSuchMethodException failure) {
            throw new LinkageError(failure.getMessage(), failure);
        }
    }

    /** A record filled at random; about every third component is absent. */
    static <T extends Record> T random(Class<T> type, RandomGenerator random) {
        return filled(type, component -> random.nextInt(3) == 0 ? null : value(component.getGenericType(), random));
    }

    private static Object value(Type type, RandomGenerator random) {
        int size = random.nextInt(4);
        if (type instanceof ParameterizedType generic && generic.getRawType().equals(List.class)) {
            Type element = generic.getActualTypeArguments()[0];
            return IntStream.range(0, size)
                    .mapToObj(i -> value(element, random))
                    .toList();
        }
        if (type instanceof ParameterizedType generic) {
            Type value = generic.getActualTypeArguments()[1];
            Map<String, Object> map = new LinkedHashMap<>();
            IntStream.range(0, size).forEach(i -> map.put(text(random), value(value, random)));
            return map;
        }
        return plain((Class<?>) type, random);
    }

    private static Object plain(Class<?> type, RandomGenerator random) {
        if (type.isRecord() && !type.equals(Document.class)) {
            return random(type.asSubclass(Record.class), random);
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        return switch (type.getSimpleName()) {
            case "String" -> text(random);
            case "Integer" -> random.nextInt();
            case "Long" -> random.nextLong();
            case "Boolean" -> random.nextBoolean();
            case "Instant" -> Instant.ofEpochMilli(random.nextLong(-1L << 41, 1L << 42));
            case "Blob" -> blob(random);
            case "Document" -> new Document("{\"" + random.nextInt() + "\":[" + random.nextDouble() + ",null]}");
            default -> throw new AssertionError("No such type in the model: " + type);
        };
    }

    private static Blob blob(RandomGenerator random) {
        byte[] bytes = new byte[random.nextInt(100)];
        random.nextBytes(bytes);
        return Blob.of(bytes);
    }

    /** Text of any characters, now and then long. */
    static String text(RandomGenerator random) {
        int length = random.nextInt(500) == 0 ? random.nextInt(20_000) : random.nextInt(12);
        int kind = random.nextInt(4);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int c = switch (kind) {
                case 0 -> random.nextInt('a', 'z');
                case 1 -> random.nextInt(1, 0x80);
                case 2 -> random.nextInt(1, 0x800);
                default -> random.nextInt(1, Character.MAX_CODE_POINT);
            };
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                text.appendCodePoint(c);
            }
        }
        return text.toString();
    }

    /** A reflective call. */
    @FunctionalInterface
    private interface Reflective {
        Object call() throws ReflectiveOperationException;
    }

    private static Object invoke(Reflective call) {
        try {
            return call.call();
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(failure);
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(failure.getMessage(), failure);
        }
    }
}
