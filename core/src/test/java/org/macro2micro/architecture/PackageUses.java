package org.macro2micro.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which package uses which, read from compiled classes. A package is the first name below the root;
 * what lies deeper belongs to it.
 *
 * @param found package -> package or library it uses -> one use, such as {@code Foo uses Bar}
 */
record PackageUses(SortedMap<String, SortedMap<String, String>> found) {

  /** Reads the uses among the packages below the root, which ends with a dot. */
  static PackageUses amongPackages(JavaClasses classes, String root) {
    return read(classes, root, used -> below(root, used));
  }

  /**
   * Reads the uses of classes from elsewhere, each under its whole name; Java's own, and the
   * annotations of nullness that every package carries, are nobody's decision and left out.
   */
  static PackageUses ofOthers(JavaClasses classes, String root) {
    return read(
        classes,
        root,
        used -> {
          String name = used.getName();
          boolean own = name.startsWith(root) || used.isPrimitive();
          boolean given = name.startsWith("java.") || name.startsWith("javax.");
          return own || given || name.startsWith("org.jspecify.") ? "" : name;
        });
  }

  private static PackageUses read(
      JavaClasses classes, String root, Function<JavaClass, String> nameOfUsed) {
    SortedMap<String, SortedMap<String, String>> found = new TreeMap<>();
    for (JavaClass user : classes) {
      String from = below(root, user);
      if (from.isEmpty()) {
        continue;
      }
      SortedMap<String, String> uses = found.computeIfAbsent(from, key -> new TreeMap<>());
      for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
        JavaClass used = dependency.getTargetClass().getBaseComponentType();
        String to = nameOfUsed.apply(used);
        if (!to.isEmpty() && !to.equals(from)) {
          String use = fileOf(user) + " uses " + fileOf(used);
          uses.merge(to, use, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
      }
    }
    return new PackageUses(found);
  }

  /** The outermost class, after which its file is called: an inner one may have no name. */
  private static String fileOf(JavaClass c) {
    return c.getName().substring(c.getPackageName().length()).replaceAll("^\\.|\\$.*", "");
  }

  private static String below(String root, JavaClass c) {
    String name = c.getPackageName();
    return name.startsWith(root) ? name.substring(root.length()).split("\\.", -1)[0] : "";
  }

  /** What a package uses, without the ways by which it does. */
  Set<String> of(String user) {
    return found.getOrDefault(user, new TreeMap<>()).keySet();
  }

  /**
   * What a package uses and reaches by no other way: the transitive reduction, which says the same
   * with fewest arrows.
   */
  SortedSet<String> reduced(String user) {
    SortedSet<String> reduced = new TreeSet<>(of(user));
    of(user).forEach(used -> reduced.removeAll(reachedFrom(used)));
    return reduced;
  }

  /**
   * All packages, those first that use nothing; a package comes after all that it uses, and
   * packages of the same height by name.
   *
   * @throws IllegalStateException if packages use one another in a circle
   */
  List<String> lowestFirst() {
    List<String> order = new ArrayList<>(found.keySet());
    TreeMap<String, Integer> heights = new TreeMap<>();
    order.forEach(p -> heights.put(p, height(p)));
    order.sort(Comparator.comparing(heights::get));
    return order;
  }

  private int height(String user) {
    if (reachedFrom(user).contains(user)) {
      throw new IllegalStateException(
          "package " + user + " uses itself by way of others; noCycles names the way");
    }
    return of(user).stream().mapToInt(used -> height(used) + 1).max().orElse(0);
  }

  private Set<String> reachedFrom(String user) {
    Set<String> reached = new TreeSet<>();
    List<String> open = new ArrayList<>(of(user));
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      if (reached.add(next)) {
        open.addAll(of(next));
      }
    }
    return reached;
  }
}
