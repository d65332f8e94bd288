// What is written for each call that may throw, in few bytes (coldbench.semantics.CallSites): who catches there, and the
// lines of a stack trace. Included behind the tables.
static uint32_t coldbench_number(const unsigned char** at) {
    uint32_t number = 0;
    for (int32_t shift = 0;; shift += 7) {
        unsigned char byte = *(*at)++;
        number |= (uint32_t) (byte & 127) << shift;
        if (byte < 128) {
            return number;
        }
    }
}
static int32_t coldbench_difference(const unsigned char** at) {
    uint32_t number = coldbench_number(at);
    return (int32_t) (number >> 1 ^ -(number & 1));
}

static TeaVM_ExceptionHandler* coldbench_firstHandler(int32_t site) {
    int32_t from = 0;
    int32_t to = COLDBENCH_CATCHING;
    while (from < to) {
        int32_t middle = (from + to) / 2;
        if (coldbench_catching[middle].site < site) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    return from < COLDBENCH_CATCHING && coldbench_catching[from].site == site ? coldbench_catching[from].handler : NULL;
}

// The innermost line, and by it those it was inlined into; valid until the next call.
static TeaVM_CallSiteLocation* coldbench_location(int32_t site) {
    static TeaVM_CallSiteLocation lines[COLDBENCH_DEEPEST];
    const unsigned char* at = coldbench_sites + coldbench_siteBlocks[site / COLDBENCH_BLOCK];
    int32_t place = 0;
    for (int32_t i = site % COLDBENCH_BLOCK; i >= 0; i--) {
        place += coldbench_difference(&at);
    }
    at = coldbench_places + coldbench_placeBlocks[place / COLDBENCH_BLOCK];
    uint32_t depth = 0;
    for (int32_t i = place % COLDBENCH_BLOCK; i >= 0; i--) {
        uint32_t kept = coldbench_number(&at);
        depth = kept + coldbench_number(&at);
        for (TeaVM_CallSiteLocation* line = lines + kept; line < lines + depth; line++) {
            uint32_t method = coldbench_number(&at);
            if (method == 0) {
                line->lineNumber += coldbench_difference(&at);
            } else {
                line->method = methodLocations_teavm_callSites + method - 1;
                line->lineNumber = (int32_t) coldbench_number(&at) - 1;
            }
            line->next = line == lines ? NULL : line - 1;
        }
    }
    return depth == 0 ? NULL : lines + depth - 1;
}
