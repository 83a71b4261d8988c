package org.macro2micro.studio.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a test the {@link PageStudio} and a {@link Page} of its own. Without Chromium the test is
 * skipped, unless {@code -Dmacro2micro.browser=required} says that there must be one. A test fails
 * if the page's own code threw an error, or the content policy kept something out.
 */
final class InBrowser implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {
  private static final Namespace SPACE = Namespace.create(InBrowser.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean isRequired = "required".equals(System.getProperty("macro2micro.browser"));
    return isRequired || Files.isExecutable(PageStudio.CHROMIUM)
        ? ConditionEvaluationResult.enabled("there is, or must be, a browser")
        : ConditionEvaluationResult.disabled(
            PageStudio.CHROMIUM + " is missing, so the page is not tested; install chromium");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == PageStudio.class || type == Page.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PageStudio.class
        ? PageStudio.get()
        : context
            .getStore(SPACE)
            .getOrComputeIfAbsent(
                "page", key -> Opened.in(PageStudio.get().browser()), Opened.class)
            .page();
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    Opened opened = context.getStore(SPACE).get("page", Opened.class);
    if (opened != null && !opened.errors().isEmpty()) {
      throw new AssertionError("errors of the page itself: " + opened.errors());
    }
  }

  private record Opened(BrowserContext context, Page page, List<String> errors)
      implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    static Opened in(Browser browser) {
      BrowserContext context =
          browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
      Page page = context.newPage();
      List<String> errors = new ArrayList<>();
      page.onPageError(errors::add);
      page.onConsoleMessage(message -> note(message, errors));
      return new Opened(context, page, errors);
    }

    /**
     * Answers of the service that refuse something are logged by the browser, too; tests want some.
     */
    private static void note(ConsoleMessage message, List<String> errors) {
      if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
        errors.add(message.text());
      }
    }

    /**
     * A page that still asks, as Live does twice a second, would be answered while it is closed.
     */
    @Override
    public void close() {
      page.navigate("about:blank");
      context.close();
    }
  }
}
