# Shared by the suites of the Python package. Sourced, with $root set.

skip() {
    echo "skipped: $*"
    exit 77
}

# Builds and installs the wheel into a virtual environment of target/python, which is first on the PATH then; with what else is named.
prepare() {
    command -v python3 >/dev/null || skip "python3 is not installed"
    local folder=$root/target/python
    mkdir -p "$folder"
    [ -x "$folder/venv/bin/python" ] || python3 -m venv "$folder/venv"
    export PATH="$folder/venv/bin:$PATH" PYTHONDONTWRITEBYTECODE=1
    pip install --quiet --disable-pip-version-check "maturin>=1.9,<2" "$@" || skip "Python packages cannot be installed"
    rm -rf "$folder/wheels"
    (cd "$root/python" && maturin build --quiet --locked --profile quick --out "$folder/wheels")
    pip install --quiet --disable-pip-version-check --no-deps --force-reinstall "$folder"/wheels/dateline-*.whl
}
