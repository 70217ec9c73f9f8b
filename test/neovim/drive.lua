-- Drives the language server with Neovim's own client and writes what it saw, one JSON object.
-- Environment: SEC_SERVER (path of cli.js), SEC_NODE (node), SEC_ROOT (the workspace), SEC_SEEN (the file to write).
-- Uses nothing newer than Neovim 0.7.
local root = vim.env.SEC_ROOT
local seen = {}

local function finish()
  vim.fn.writefile({ vim.json.encode(seen) }, vim.env.SEC_SEEN)
  vim.cmd('qall!') -- leaving also stops the server
end

local function await(what, test)
  if not vim.wait(20000, test, 50) then
    seen.failed = what
    finish()
    error('gave up waiting for ' .. what)
  end
end

vim.cmd('edit ' .. vim.fn.fnameescape(root .. '/drafts/neovim.sec'))
vim.bo.filetype = 'sec'
local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({
  name = 'smart-energy-code',
  cmd = { vim.env.SEC_NODE, vim.env.SEC_SERVER, 'lsp', '--stdio' },
  root_dir = root,
})
vim.lsp.buf_attach_client(buffer, id)
await('attach', function()
  local client = id and vim.lsp.get_client_by_id(id)
  return client ~= nil and client.initialized and vim.lsp.buf_is_attached(buffer, id)
end)

local function place(words)
  for line, text in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local column = text:find(words, 1, true)
    if column then
      vim.api.nvim_win_set_cursor(0, { line, column })
      return
    end
  end
end

local function ask(method, extra)
  local client = vim.lsp.get_client_by_id(id)
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local answers = vim.lsp.buf_request_sync(buffer, method, vim.tbl_extend('force', params, extra or {}), 20000)
  local answer = answers and answers[id]
  return answer and answer.result, answer and answer.err
end

await('diagnostics', function()
  return #vim.diagnostic.get(buffer) > 0
end)
seen.diagnostics = vim.tbl_map(function(found)
  return found.code
end, vim.diagnostic.get(buffer))

place('Party shall')
local hover = ask('textDocument/hover')
seen.hover = hover and hover.contents.value
local definition = ask('textDocument/definition')
seen.definition = definition and (definition[1].targetUri or definition[1].uri)
seen.encoding = vim.lsp.get_client_by_id(id).offset_encoding

local edit, err = ask('textDocument/rename', { newName = 'Member' })
if edit then
  vim.lsp.util.apply_workspace_edit(edit, seen.encoding)
end
seen.renamed = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
seen.error = err and err.message
finish()
