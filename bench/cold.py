#!/usr/bin/env python3
"""Times a command as a whole: cold.py RUNS COMMAND...  Prints min / median / max seconds and the peak memory."""
import os
import subprocess
import sys
import time


def main():
    runs, command = int(sys.argv[1]), sys.argv[2:]
    seconds, peak = [], 0
    for number in range(runs + (1 if runs > 1 else 0)):
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"cold.py: the command failed ({status})")
        if number or runs == 1:  # the first one warms the disk
            seconds.append(time.perf_counter() - started)
        peak = max(peak, usage.ru_maxrss)
    seconds.sort()
    print(f"  min {seconds[0]:.2f} s  median {seconds[len(seconds) // 2]:.2f} s  max {seconds[-1]:.2f} s  peak {peak / 1024:.0f} MB")


if __name__ == "__main__":
    main()
