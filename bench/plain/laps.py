"""Prints, for each of several times that a piece of work is done, its seconds by the clock and of the processor."""

import time


class Laps:
    def __init__(self):
        self.start()

    def start(self):
        self.wall, self.cpu = time.perf_counter(), time.process_time()

    def lap(self):
        wall, cpu = self.wall, self.cpu
        self.start()
        print(f"{self.wall - wall:.6f} {self.cpu - cpu:.6f}", flush=True)
