package org.macro2micro.report.table;

import org.macro2micro.experiment.PaperTable;

/**
 * The forms in which the paper's table can be had as text; as a page see {@link TablePage}. In all
 * of them a cell is "measured (paper)" or has both numbers side by side, the heads name the model
 * selection, the seeds and databases that the lab drew, and the notes say what can't be concluded.
 */
public enum TableFormat {
  /** Aligned columns, for a terminal. */
  TEXT("txt"),
  /** GitHub's Markdown. */
  MARKDOWN("md"),
  /** Two tables and a list to be read by a document; no package is needed. */
  LATEX("tex"),
  /** One line for each number, with all digits. */
  CSV("csv"),
  /** JSON for other programs. */
  JSON("json");

  private final String extension;

  TableFormat(String extension) {
    this.extension = extension;
  }

  /** The end of such a file's name, without a dot. */
  public String extension() {
    return extension;
  }

  /** The table in this form; every line ends in a line feed. */
  public String render(PaperTable table) {
    TableView view = TableView.of(table);
    return switch (this) {
      case TEXT -> TableText.plain(view);
      case MARKDOWN -> TableText.markdown(view);
      case LATEX -> TableLatex.of(view);
      case CSV -> TableCsv.of(view);
      case JSON -> TableJson.of(view);
    };
  }
}
