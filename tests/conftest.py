"""What every test stands on."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def no_lexicon_of_the_user(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A home folder without tables of the user's, so that only the shipped ones are read."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    return home
