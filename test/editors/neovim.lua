-- Asks the server what a person asks it in Neovim, and prints the answers as JSON. Started by neovim.test.ts:
--   nvim --headless -u NONE -l is newer than the oldest Neovim that works, so the script is sourced with -S.
local cli, root, file = vim.env.REGISTRY_CLI, vim.env.REGISTRY_ROOT, vim.env.REGISTRY_FILE
vim.cmd('edit ' .. root .. '/' .. file)
local client = vim.lsp.start_client({
  name = 'registry-intel',
  cmd = { 'node', cli, 'lsp', '--stdio' },
  root_dir = root,
  workspace_folders = { { uri = vim.uri_from_fname(root), name = 'root' } },
})
vim.lsp.buf_attach_client(0, client)

local function ask(method, line, character)
  local params = {
    textDocument = { uri = vim.uri_from_bufnr(0) },
    position = { line = line, character = character },
    context = { includeDeclaration = true },
    newName = 'Fitting',
  }
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000)
  local _, answer = next(answers or {})
  return answer and answer.result or vim.NIL
end

local function run(command, argument)
  local answers = vim.lsp.buf_request_sync(0, 'workspace/executeCommand', { command = command, arguments = { argument } }, 10000)
  local _, answer = next(answers or {})
  return answer and answer.result or vim.NIL
end

vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local result = {
  findings = vim.tbl_map(function(each) return each.code or each.user_data.lsp.code end, vim.diagnostic.get(0)),
  hover = ask('textDocument/hover', 1, 24),
  definition = ask('textDocument/definition', 1, 24),
  references = ask('textDocument/references', 1, 24),
  rename = ask('textDocument/rename', 1, 24),
  explain = run('registry.explain', { uri = vim.uri_from_bufnr(0), position = { line = 1, character = 24 } }),
}
io.stdout:write(vim.fn.json_encode(result) .. '\n')
vim.lsp.stop_client(client)
vim.cmd('qall!')
