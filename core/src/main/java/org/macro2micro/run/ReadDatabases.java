package org.macro2micro.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.macro2micro.catalog.Databases;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.dataset.Inventory;

/**
 * The databases that this process has read, each once however many runs of a table take it. A
 * database that changes on disk meanwhile is not read again.
 */
final class ReadDatabases {
  private final Map<Key, Inventory> read = new HashMap<>();

  private record Key(Databases database, Path folder) {}

  /** What is in a database's folder. */
  Inventory of(Databases database, Path folder) throws DatasetException {
    Key key = new Key(database, folder.toAbsolutePath().normalize());
    Inventory inventory = read.get(key);
    if (inventory == null) {
      inventory = database.reader().read(folder);
      read.put(key, inventory);
    }
    return inventory;
  }
}
