"""The real `followthrough`, which looks who is due every second instead of every thirty: a load of seconds has no time to wait."""

from adapters.cli.main import main
from scheduler import ticker

ticker.SECONDS = 1

if __name__ == "__main__":
    main(prog_name="followthrough")
