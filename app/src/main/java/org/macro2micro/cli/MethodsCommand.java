package org.macro2micro.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.macro2micro.catalog.Methods;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.method.MethodPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the methods. */
@Command(
    name = "methods",
    description = "Lists the methods with what each needs and where it comes from.",
    mixinStandardHelpOptions = true)
final class MethodsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
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
        MethodPage page = method.page();
        terminal.heading(page.name());
        terminal.out().println("  " + page.title());
        terminal.out().println("  rows:    " + rows(method));
        terminal.out().println("  needs:   " + page.needs().words());
        terminal.out().println("  from:    " + page.citation());
        terminal.out().println("  departs: " + page.departures());
      }
    }
  }

  /** Returns what to write in the list of an experiment's rows to get this method. */
  private static String rows(Methods method) {
    return method == Methods.MACRO_TO_MICRO
        ? "c (MiNet alone), or c with any of "
            + Arrays.stream(LossTerm.values())
                .filter(term -> term != LossTerm.CLASSIFICATION)
                .map(term -> "+" + term.symbol())
                .collect(Collectors.joining(" "))
        : method.page().name();
  }

  private static List<Map<String, String>> listed(boolean ofThePaper) {
    return Arrays.stream(Methods.values())
        .filter(method -> method.isOfThePaper() == ofThePaper)
        .map(
            method -> {
              Map<String, String> entry = new LinkedHashMap<>();
              MethodPage page = method.page();
              entry.put("name", page.name());
              entry.put("label", page.label());
              entry.put("title", page.title());
              entry.put("rows", rows(method));
              entry.put("needs", page.needs().words());
              entry.put("citation", page.citation());
              entry.put("departures", page.departures());
              return entry;
            })
        .toList();
  }
}
