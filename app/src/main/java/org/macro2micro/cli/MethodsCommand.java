package org.macro2micro.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.macro2micro.catalog.Methods;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the methods. */
@Command(
    name = "methods",
    description = "Lists the methods with what each needs and where it comes from.",
    mixinStandardHelpOptions = true)
final class MethodsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--json", description = "one JSON object on standard output, nothing else")
  private boolean json;

  MethodsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (json) {
      Map<String, Object> lists = new LinkedHashMap<>();
      lists.put("methods", listed(true));
      lists.put("beyond-the-paper", listed(false));
      terminal.out().println(ResultJson.line(lists));
      return 0;
    }
    print(true);
    terminal.out().println();
    terminal.out().println("Beyond the paper:");
    print(false);
    return 0;
  }

  private void print(boolean ofThePaper) {
    for (Methods method : Methods.values()) {
      if (method.isOfThePaper() == ofThePaper) {
        terminal.heading(method.label());
        terminal.out().println("  " + method.title());
        terminal.out().println("  rows:  " + method.rows());
        terminal.out().println("  needs: " + method.needs());
        terminal.out().println("  from:  " + method.citation());
      }
    }
  }

  private static List<Map<String, String>> listed(boolean ofThePaper) {
    return Arrays.stream(Methods.values())
        .filter(method -> method.isOfThePaper() == ofThePaper)
        .map(
            method -> {
              Map<String, String> entry = new LinkedHashMap<>();
              entry.put("name", method.label());
              entry.put("title", method.title());
              entry.put("rows", method.rows());
              entry.put("needs", method.needs());
              entry.put("citation", method.citation());
              return entry;
            })
        .toList();
  }
}
