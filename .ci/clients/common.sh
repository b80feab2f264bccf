# Shared by the suites of the clients: what they need, and what is skipped where it cannot be had. Sourced.

skip() {
    echo "skipped: $*"
    exit 77
}

# Tools that must be installed.
need() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || skip "$tool is not installed"
    done
}

# Packages of npm, into the working folder.
npm_packages() {
    npm install --silent --no-fund --no-audit --no-package-lock "$@" || skip "npm packages cannot be installed"
}

# Packages of Python, into the folder `venv`.
python_packages() {
    python3 -m venv venv
    venv/bin/pip install --quiet --disable-pip-version-check "$@" || skip "Python packages cannot be installed"
}
